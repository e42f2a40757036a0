/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.starter;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Supplier;
import java.util.jar.JarFile;
import org.apache.camel.springboot.maven.SpringBootAutoConfigurationMojo;
import org.apache.camel.tooling.model.ComponentModel;
import org.apache.camel.tooling.model.JsonMapper;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.model.Resource;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/**
 * Generates a starter's sources from the component whose artifact id is the starter's without {@code -starter}: the
 * auto-configuration and its properties by Camel's generator, and the defaults of the properties for the completion in editors.
 *
 * <p>Everything is written below {@code target} and added to the project, so nothing generated can be out of date.
 */
@Mojo(
        name = "generate-starter",
        threadSafe = true,
        requiresDependencyCollection = ResolutionScope.COMPILE_PLUS_RUNTIME,
        requiresDependencyResolution = ResolutionScope.COMPILE_PLUS_RUNTIME,
        defaultPhase = LifecyclePhase.GENERATE_SOURCES)
// Maven sets the parameters.
@SuppressWarnings("NullAway.Init")
public class GenerateStarterMojo extends SpringBootAutoConfigurationMojo {

    private static final String SCHEME_PREFIX = "camel.component.";

    /** The project whose sources are generated. */
    @Parameter(defaultValue = "${project}", readonly = true, required = true)
    private MavenProject starter;

    /** Where the sources and resources are written. */
    @Parameter(defaultValue = "${project.build.directory}/generated-starter", readonly = true, required = true)
    private File outputDirectory;

    private int components;

    @Override
    public void execute() throws MojoExecutionException, MojoFailureException {
        if ("pom".equals(starter.getPackaging())) {
            return;
        }
        baseDir = outputDirectory;
        Directories.delete(outputDirectory.toPath());
        super.execute();
        if (components == 0) {
            throw new MojoFailureException(getMainDepGroupId() + ":" + getMainDepArtifactId()
                    + " is no dependency of this starter, or holds no Camel component");
        }
        starter.addCompileSourceRoot(sources("java").toString());
        Resource resources = new Resource();
        resources.setDirectory(sources("resources").toString());
        starter.addResource(resources);
    }

    private Path sources(String kind) {
        return outputDirectory.toPath().resolve("src/main").resolve(kind);
    }

    @Override
    protected String getMainDepGroupId() {
        return "io.camelproviders";
    }

    /** Before the phase {@code package}, the component is a directory of classes in this build. */
    @Override
    protected @Nullable JarFile getJarFile(String groupId, String artifactId) throws IOException {
        Artifact component = starter.getArtifactMap().get(groupId + ":" + artifactId);
        if (component == null) {
            return null;
        }
        Path file = component.getFile().toPath();
        return Files.isDirectory(file)
                ? Directories.jar(file, outputDirectory.toPath().resolve("component.jar"))
                : new JarFile(file.toFile());
    }

    @Override
    protected @Nullable String loadComponentJson(Map<String, Supplier<String>> files, String name) {
        String json = super.loadComponentJson(files, name);
        if (json == null) {
            return null;
        }
        ComponentModel model = JsonMapper.generateComponentModel(json);
        components++;
        writeDefaults(PropertyDefaults.json(SCHEME_PREFIX + model.getScheme(), model.getComponentOptions()));
        model.getComponentOptions().forEach(StarterOption::adapt);
        return JsonMapper.createParameterJsonSchema(model);
    }

    private void writeDefaults(String json) {
        Path file = sources("resources").resolve("META-INF/additional-spring-configuration-metadata.json");
        Directories.write(file, json);
    }
}
