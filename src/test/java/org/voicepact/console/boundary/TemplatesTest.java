package org.voicepact.console.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.voicepact.platform.entity.Language;

/** What a template can do, and what it cannot. */
class TemplatesTest {

  private static final Pattern INLINE =
      Pattern.compile("<style|\\sstyle=|\\son[a-z]+=|<script(?![^>]*\\ssrc=)|javascript:");
  private static final Path FOLDER = Path.of("src/main/resources/org/voicepact/console/templates");

  private final Templates templates = new Templates();

  private static Map<String, Object> error(String detail) {
    Map<String, Object> values = new HashMap<>(new Wording(Language.EN).functions());
    values.put("language", "en");
    values.put("section", "");
    values.put("me", Map.of("known", false));
    values.put("assets", Map.of("icon", "/i", "style", "/s", "script", "/j", "times", "/t"));
    values.put("csrf", "");
    values.put("status", 409);
    values.put("detail", detail);
    values.put("request_id", "r");
    return values;
  }

  @Test
  void whatSomebodyWroteIsEscaped() {
    String page = templates.fill("error", error("<script>alert('1')</script>\" onload=\"x"));

    assertThat(page)
        .contains("&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;&quot; onload=&quot;x")
        .doesNotContain("<script>alert");
  }

  @Test
  void aTextIsNoTemplate() {
    assertThat(templates.fill("error", error("${1 + 1} <#include 'x'>"))).contains("${1 + 1}");
  }

  @Test
  void objectsShowNothingOfThemselves() {
    Map<String, Object> values = error("x");
    values.put("detail", new StringBuilder("secret"));

    assertThatThrownBy(() -> templates.fill("error", values)).isInstanceOf(RuntimeException.class);
  }

  @Test
  void noTemplateEscapesLessOrWritesInline() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      List<Path> all = files.toList();
      assertThat(all).isNotEmpty().allMatch(file -> file.toString().endsWith(".ftlh"));
      for (Path file : all) {
        String text = Files.readString(file);
        assertThat(INLINE.matcher(text).find()).as(file.toString()).isFalse();
        assertThat(text)
            .as(file.toString())
            .doesNotContain(
                "?no_esc", "<#noautoesc", "<#outputformat", "?new", "?api", "http://", "https://");
      }
    }
  }

  @Test
  void everyFormThatChangesSomethingShowsTheTokenOfTheSession() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      for (Path file : files.toList()) {
        String[] forms = Files.readString(file).split("<form method=\"post\"");
        for (int i = 1; i < forms.length; i++) {
          String form = forms[i].split("</form>")[0];
          assertThat(form.contains("token/>") || form.contains("action=\"/console/first\""))
              .as(file + ": " + form)
              .isTrue();
        }
      }
    }
  }
}
