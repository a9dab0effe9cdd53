package org.voicepact;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.junit.jupiter.api.Test;
import org.voicepact.testing.Readme;

/** README.md names every setting and every operation, and none that is not there. */
class ReadmeTest {

  private static final Pattern SETTING =
      Pattern.compile("^(?:# )?([A-Z][A-Z0-9_]*)=", Pattern.MULTILINE);
  private static final Pattern VARIABLE = Pattern.compile("<variable name=\"([A-Z][A-Z0-9_]*)\"");

  private final Readme readme = Readme.read();

  @Test
  void theTableOfSettingsHasEverySettingAndNoOther() {
    Set<String> settings = new TreeSet<>();
    settings.addAll(found(SETTING, "src/main/resources/META-INF/microprofile-config.properties"));
    settings.addAll(found(VARIABLE, "server.xml"));
    // That each secret may come from a file is told of all of them at once.
    settings.removeIf(name -> name.endsWith("_FILE"));

    List<String> documented =
        readme.table("Settings").stream().map(row -> row.get(0)).toList();

    assertThat(documented).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(settings);
  }

  private static List<String> found(Pattern pattern, String file) {
    return pattern
        .matcher(Readme.projectFile(file))
        .results()
        .map(match -> match.group(1))
        .toList();
  }

  @Test
  void theTableOfTheApiHasEveryOperationWithWhatItNeedsAndNoOther() {
    Set<String> operations = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.voicepact")
            .stream()
            .filter(type -> type.isAnnotatedWith(Path.class))
            // An interface is what a client calls elsewhere.
            .filter(type -> !type.isInterface())
            .map(JavaClass::reflect)
            .flatMap(ReadmeTest::operations)
            .collect(Collectors.toCollection(TreeSet::new));

    List<String> documented = readme.table("API").stream()
        .map(row -> row.get(0) + " " + row.get(1) + " " + row.get(2))
        .toList();

    assertThat(documented).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(operations);
  }

  /** As {@code GET /api/v1/contracts/{id} contracts:progress, party}. */
  private static Stream<String> operations(Class<?> resource) {
    String root = resource.getAnnotation(Path.class).value();
    return Arrays.stream(resource.getDeclaredMethods())
        // Pages of the console are no operations, and stand in no document.
        .filter(method -> !isHidden(method))
        .flatMap(method ->
            verbs(method).map(verb -> verb + " " + path(root, method) + " " + needs(method)));
  }

  private static boolean isHidden(Method method) {
    Operation operation = method.getAnnotation(Operation.class);
    return operation != null && operation.hidden();
  }

  private static String needs(Method method) {
    RolesAllowed roles = method.getAnnotation(RolesAllowed.class);
    return roles == null ? "public" : String.join(", ", roles.value());
  }

  private static Stream<String> verbs(Method method) {
    return Arrays.stream(method.getAnnotations())
        .map(Annotation::annotationType)
        .filter(type -> type.isAnnotationPresent(HttpMethod.class))
        .map(type -> type.getAnnotation(HttpMethod.class).value());
  }

  private static String path(String root, Method method) {
    Path own = method.getAnnotation(Path.class);
    String joined = "/" + root + "/" + (own == null ? "" : own.value());
    // The patterns of parameters, as in {id: [0-9]{4}}, are not documented.
    String plain =
        joined.replaceAll("\\{(\\w+)\\s*:(?:[^{}]|\\{[^{}]*})*}", "{$1}").replaceAll("/+", "/");
    return plain.length() > 1 ? plain.replaceAll("/$", "") : plain;
  }
}
