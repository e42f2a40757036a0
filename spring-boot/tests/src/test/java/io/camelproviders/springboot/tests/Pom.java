/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.springboot.tests;

import java.io.StringReader;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;

/** What the tests read of a {@code pom.xml}, or of a piece of one. */
final class Pom {

    private final Element root;

    private Pom(Element root) {
        this.root = root;
    }

    static Pom of(String xml) throws Exception {
        String whole = xml.contains("<project") ? xml : "<project>" + xml + "</project>";
        return new Pom(DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(whole)))
                .getDocumentElement());
    }

    /** A pom by its path from the root of the project. */
    static Pom file(String path) throws Exception {
        return of(Files.readString(Documents.file(path)));
    }

    String artifactId() {
        return text(root, "artifactId");
    }

    String packaging() {
        return text(root, "packaging");
    }

    String version() {
        return text(root, "version");
    }

    List<String> modules() {
        return children(root, "modules")
                .flatMap(modules -> children(modules, "module"))
                .map(Element::getTextContent)
                .toList();
    }

    Map<String, String> properties() {
        Map<String, String> properties = new TreeMap<>();
        children(root, "properties")
                .flatMap(all -> children(all, null))
                .forEach(property -> properties.put(property.getTagName(), property.getTextContent()));
        return properties;
    }

    /** The managed dependencies in order, as {@code group:artifact:version}. */
    List<String> managed() {
        return children(root, "dependencyManagement")
                .flatMap(Pom::dependencies)
                .map(one -> coordinates(one) + ":" + text(one, "version"))
                .toList();
    }

    /** The dependencies, as {@code group:artifact}. */
    List<String> dependencies() {
        return dependencies(root).map(Pom::coordinates).toList();
    }

    private static Stream<Element> dependencies(Element parent) {
        return children(parent, "dependencies").flatMap(all -> children(all, "dependency"));
    }

    private static String coordinates(Element dependency) {
        return text(dependency, "groupId") + ":" + text(dependency, "artifactId");
    }

    private static String text(Element parent, String name) {
        return children(parent, name).map(Element::getTextContent).findFirst().orElse("");
    }

    private static Stream<Element> children(Element parent, String name) {
        List<Element> children = new ArrayList<>();
        IntStream.range(0, parent.getChildNodes().getLength())
                .mapToObj(parent.getChildNodes()::item)
                .filter(node -> node.getNodeType() == Node.ELEMENT_NODE)
                .map(Element.class::cast)
                .filter(element -> name == null || element.getTagName().equals(name))
                .forEach(children::add);
        return children.stream();
    }
}
