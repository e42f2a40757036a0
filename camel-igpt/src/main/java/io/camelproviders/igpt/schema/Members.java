/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.igpt.schema;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a class is made of: the components of a record, the instance fields of another class, its parents' first. */
final class Members {

    /**
     * A component or field.
     *
     * @param name name in JSON
     * @param type generic type
     * @param optional whether it may be missing or null
     * @param field field of a class that is no record
     */
    record Member(
            String name,
            Type type,
            boolean optional,
            @Nullable Field field) {}

    private Members() {}

    static List<Member> of(Class<?> type) {
        return type.isRecord() ? components(type) : fields(type);
    }

    /** Names of an enum's constants in JSON. */
    static List<String> constants(Class<?> type) {
        return Arrays.stream(type.getFields())
                .filter(Field::isEnumConstant)
                .map(constant -> name(constant, constant.getName()))
                .toList();
    }

    /** Whether a record keeps unknown fields there. */
    static boolean catchesUnknown(RecordComponent component) {
        try {
            Field field = component.getDeclaringRecord().getDeclaredField(component.getName());
            return field.isAnnotationPresent(JsonAnySetter.class);
        } catch (NoSuchFieldException e) {
            throw new IllegalStateException("a record component without its field", e);
        }
    }

    private static List<Member> components(Class<?> type) {
        List<Member> members = new ArrayList<>();
        for (RecordComponent component : type.getRecordComponents()) {
            // Jackson's annotations are not made for components: the compiler copies them to field and accessor.
            AnnotatedElement accessor = component.getAccessor();
            if (!catchesUnknown(component)) {
                members.add(new Member(
                        name(accessor, component.getName()),
                        component.getGenericType(),
                        optional(component.getType(), accessor, component.getAnnotatedType()),
                        null));
            }
        }
        return members;
    }

    private static List<Member> fields(Class<?> type) {
        Deque<Class<?>> line = new ArrayDeque<>();
        for (Class<?> step = type; step != null && step != Object.class; step = step.getSuperclass()) {
            line.addFirst(step);
        }
        List<Member> members = new ArrayList<>();
        for (Class<?> step : line) {
            for (Field field : step.getDeclaredFields()) {
                boolean skipped = Modifier.isStatic(field.getModifiers())
                        || Modifier.isTransient(field.getModifiers())
                        || field.isSynthetic()
                        || field.isAnnotationPresent(JsonIgnore.class);
                if (!skipped) {
                    boolean optional = optional(field.getType(), field, field.getAnnotatedType());
                    members.add(new Member(name(field, field.getName()), field.getGenericType(), optional, field));
                }
            }
        }
        return members;
    }

    private static String name(AnnotatedElement element, String otherwise) {
        JsonProperty given = element.getAnnotation(JsonProperty.class);
        return given == null || given.value().isEmpty() ? otherwise : given.value();
    }

    /** Any annotation called {@code Nullable} counts, wherever it comes from. */
    private static boolean optional(Class<?> type, AnnotatedElement element, AnnotatedType annotated) {
        return type == Optional.class || nullable(element.getAnnotations()) || nullable(annotated.getAnnotations());
    }

    private static boolean nullable(Annotation[] annotations) {
        return Arrays.stream(annotations)
                .anyMatch(annotation ->
                        annotation.annotationType().getSimpleName().equals("Nullable"));
    }
}
