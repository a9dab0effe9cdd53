package org.voicepact.testing;

import static org.assertj.core.api.Assertions.assertThat;

/** What every answer that is no success must be. */
public final class Problems {

  private Problems() {}

  /**
   * The answer is a problem response with this status, complete, and says nothing of the server's inside.
   *
   * @param secrets what must not stand in it, as other parties' numbers
   */
  public static void assertProblem(Answer answer, int status, String... secrets) {
    assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
    assertThat(answer.mediaType()).isEqualTo("application/problem+json");
    assertThat(answer.member("type")).isEqualTo("about:blank");
    assertThat(answer.member("title")).isNotBlank();
    assertThat(answer.json().path("status").isInt()).isTrue();
    assertThat(answer.json().path("status").intValue()).isEqualTo(status);
    assertThat(answer.member("detail")).isNotBlank();
    assertThat(answer.member("request_id")).isNotBlank().isEqualTo(answer.header("X-Request-Id"));
    assertSaysNothingOfTheInside(answer, secrets);
  }

  public static void assertSaysNothingOfTheInside(Answer answer, String... secrets) {
    assertThat(answer.text())
        .doesNotContain(
            "Exception", "org.voicepact", "org.jboss", "org.h2", "SELECT", "SRVE", "CWWW", "\tat ");
    for (String secret : secrets) {
      assertThat(answer.text()).doesNotContain(secret);
    }
  }
}
