package org.voicepact.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.voicepact.testing.Problems.assertProblem;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.voicepact.testing.Administrator;
import org.voicepact.testing.Answer;
import org.voicepact.testing.Api;
import org.voicepact.testing.AtOnce;
import org.voicepact.testing.Browser;
import org.voicepact.testing.VoicePactServer;

/** How the first operator comes to be, once. */
class FirstAdministratorIT {

  private static final String PASSWORD = "a plain long sentence";
  private static final Pattern LINK = Pattern.compile("/console/first\\?token=([0-9a-f]{64})");

  private static Answer first(Api api, String token, String name, String password) {
    return api.form("/console/first", Map.of("token", token, "name", name, "password", password));
  }

  private static List<String> links(VoicePactServer server) {
    List<String> links = new ArrayList<>();
    Matcher matcher = LINK.matcher(server.console());
    while (matcher.find()) {
      links.add(matcher.group(1));
    }
    return links;
  }

  @Test
  void thePrintedLinkMakesOneAdministratorHoweverManyUseItAtOnce() {
    try (VoicePactServer server = VoicePactServer.start("first-administrator", Map.of())) {
      assertThat(links(server)).hasSize(1);
      server.restart(Map.of());
      assertThat(links(server)).hasSize(2);
      Api api = Api.documented(server);
      String token = links(server).get(1);
      Answer page = Api.undocumented(server).get("/console/first?token=" + token);
      assertThat(page.status()).isEqualTo(200);
      assertThat(page.text()).contains("action=\"/console/first\"", token);
      assertProblem(first(api, links(server).get(0), "boss", PASSWORD), 403);
      assertProblem(first(api, "x", "boss", PASSWORD), 403);
      Answer weak = first(api, token, "a b", "short");
      assertProblem(weak, 422);
      assertThat(weak.faults()).containsExactly("name", "password");

      List<Callable<Answer>> calls = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        String name = "boss" + i;
        calls.add(() -> {
          Answer answer = first(api, token, name, PASSWORD);
          // Who waits for seconds behind a password that is hashed slowly is asked to come again.
          for (int again = 0; again < 5 && answer.status() == 503; again++) {
            answer = first(api, token, name, PASSWORD);
          }
          return answer;
        });
      }
      List<Answer> answers = AtOnce.run(calls);

      assertThat(answers).extracting(Answer::status).containsOnly(303, 403);
      assertThat(answers.stream().filter(answer -> answer.status() == 303)).hasSize(1);
      var operators =
          api.get("/api/v1/admin/operators", Administrator.of(server)).json();
      assertThat(operators.path("operators")).hasSize(1);
      assertThat(operators.at("/operators/0/role").asText()).isEqualTo("admin");
      String name = operators.at("/operators/0/name").asText();
      assertThat(Browser.of(api, name, PASSWORD).get("/api/v1/admin/operators").status())
          .isEqualTo(200);
      assertProblem(first(api, token, "late", PASSWORD), 403);

      server.restart(Map.of("ADMIN_USER", name, "ADMIN_PASSWORD", "quite another sentence"));
      assertThat(links(server)).hasSize(2);
      Api after = Api.documented(server);
      assertThat(new Browser(after).signIn(name, "quite another sentence").header("Location"))
          .isEqualTo("/console?failed=1");
      assertThat(Browser.of(after, name, PASSWORD).get("/api/v1/operators/me").status())
          .isEqualTo(200);
    }
  }
}
