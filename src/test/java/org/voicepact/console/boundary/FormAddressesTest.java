package org.voicepact.console.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every address that a form is sent to belongs to a page, and no form is carried out where it is only to be shown. */
class FormAddressesTest {

  private static final JavaClasses PAGES =
      new ClassFileImporter().importPackages("org.voicepact.console.boundary");

  private static List<Method> methods(Class<? extends Annotation> kind) {
    return PAGES.stream()
        .filter(type -> type.isAnnotatedWith(Path.class))
        .map(JavaClass::reflect)
        .flatMap(type -> Stream.of(type.getMethods()))
        .filter(method -> method.isAnnotationPresent(kind))
        .toList();
  }

  /** With something in the place of each parameter. */
  private static String address(Method method) {
    Path path = method.getAnnotation(Path.class);
    return "/"
        + (method.getDeclaringClass().getAnnotation(Path.class).value()
                + (path == null ? "" : "/" + path.value()))
            .replaceAll("\\{[^{}]*(?:\\{[^{}]*}[^{}]*)*}", "AG-2026-000001");
  }

  @Test
  void eachBelongsToAPage() {
    Set<String> pages =
        methods(GET.class).stream().map(FormAddressesTest::address).collect(Collectors.toSet());
    List<Method> forms = methods(POST.class);

    assertThat(forms).hasSizeGreaterThan(15);
    for (Method form : forms) {
      assertThat(pages).as(form.toString()).contains(ConsolePath.pageOf(address(form)));
    }
  }

  @Test
  void whatTakesFieldsGoesThroughForms() {
    for (Method form : methods(POST.class)) {
      if (KeepingFormFilter.takesForm(form) && !form.isAnnotationPresent(PermitAll.class)) {
        assertThat(PAGES.get(form.getDeclaringClass()).getDirectDependenciesFromSelf())
            .as(form.toString())
            .anyMatch(use -> use.getTargetClass().isEquivalentTo(Forms.class));
      }
    }
  }
}
