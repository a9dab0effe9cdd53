package org.voicepact.platform.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.voicepact.platform.entity.CheckedPoint;

class DebuggingTest {

  private static final Throwable FAULT =
      new IllegalStateException("the outer reason", new IOException("the inner reason"));

  @Test
  void whileItIsOnTheWholeChainOfCausesIsTold() {
    assertThat(debugging("true", "development").detail(FAULT, "nothing"))
        .isEqualTo(
            "java.lang.IllegalStateException: the outer reason; caused by java.io.IOException: the inner reason");
  }

  @ParameterizedTest
  @ValueSource(strings = {"development", "testing", "production"})
  void whileItIsOffNothingIsTold(String environment) {
    assertThat(debugging("false", environment).detail(FAULT, "nothing")).isEqualTo("nothing");
  }

  @Test
  void withoutAKnownReasonTheUsualWordsAreTold() {
    assertThat(debugging("true", "testing").detail(null, "nothing")).isEqualTo("nothing");
  }

  @Test
  void causesThatRunInACircleAndLongMessagesAreCut() {
    Exception one = new IllegalStateException("x".repeat(3000));
    Exception other = new IllegalStateException("other", one);
    one.initCause(other);

    assertThat(debugging("true", "testing").detail(one, "nothing")).hasSize(2000);
  }

  @Test
  void productionDoesNotStartWithIt() {
    assertThatThrownBy(() -> debugging("true", "production"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("DEBUG must not be true when ENVIRONMENT is production");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1", "on", "True", "*"})
  void anythingElseIsRefused(String setting) {
    assertThatThrownBy(() -> debugging(setting, "development"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("DEBUG must be one of: true, false");
  }

  @ParameterizedTest
  @CsvSource({
    "development, true, off, OPEN OPEN OPEN OK OK",
    "testing, false, on, OPEN OK OK OK OK",
    "production, false, on, OK OK OK OK OK"
  })
  void theSelfCheckLooksAtEnvironmentDebuggingAndMasking(
      String environment, String debug, String masking, String expected) {
    Environment where = new Environment(environment);
    PlatformReadiness check = new PlatformReadiness(
        where,
        debugging(debug, environment),
        new PhoneMasking(masking, where),
        new DatabaseUsers(
            Optional.empty(), Optional.empty(), Optional.empty(), Optional.of("keeper")),
        new PublicAddress(
            Optional.of("https://pact.example.org"),
            8000,
            new TlsSettings("-1", Optional.empty(), Optional.empty()),
            where));

    assertThat(check.points())
        .extracting(CheckedPoint::name)
        .containsExactly(
            "ENVIRONMENT", "DEBUG", "PHONE_MASKING", "DATABASE_OWNER_USER", "PUBLIC_URL");
    assertThat(check.points())
        .extracting(point -> point.status().name())
        .containsExactly(expected.split(" "));
  }

  private static Debugging debugging(String setting, String environment) {
    return new Debugging(Optional.of(setting), new Environment(environment));
  }
}
