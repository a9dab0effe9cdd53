package org.voicepact.access.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.voicepact.platform.control.Environment;
import org.voicepact.platform.entity.CheckedPoint;

class CrossOriginPolicyTest {

  private static final String APP = "https://app.example.org";

  @Test
  void blanksAroundOriginsAreForgiven() {
    CrossOriginPolicy policy = origins("  " + APP + " ,\thttp://localhost:3000,, ");

    assertThat(policy.isListed(APP)).isTrue();
    assertThat(policy.isListed("http://localhost:3000")).isTrue();
    assertThat(policy.isListed("http://localhost:3001")).isFalse();
    assertThat(policy.isListed("null")).isFalse();
    assertThat(policy.isListed("")).isFalse();
  }

  @Test
  void withoutASettingNoneIsListed() {
    CrossOriginPolicy policy = policy(Optional.empty(), "false", "GET", "*", "production");

    assertThat(policy.isListed(APP)).isFalse();
    assertThat(policy.isListed("null")).isFalse();
    assertThat(policy.answer(APP)).isEmpty();
    assertThat(policy.preflightAnswer(APP, "GET", "")).isEmpty();
  }

  @Test
  void anAnswerNamesTheOriginAndWhatThePageMayRead() {
    assertThat(origins(APP).answer(APP))
        .containsEntry("Access-Control-Allow-Origin", APP)
        .containsEntry(
            "Access-Control-Expose-Headers",
            "ETag, Location, Retry-After, X-Request-Id, RateLimit, RateLimit-Policy, WWW-Authenticate")
        .hasSize(2);
  }

  @Test
  void credentialsAreAllowedOnlyWhereTheyAreSet() {
    assertThat(policy(Optional.of(APP), "true", "GET", "*", "production").answer(APP))
        .containsEntry("Access-Control-Allow-Credentials", "true");
  }

  @Test
  void aPreflightIsToldTheMethodsAndTheHeadersThatItAskedFor() {
    assertThat(origins(APP).preflightAnswer(APP, "PUT", "content-type, x-api-key"))
        .isEqualTo(Map.of(
            "Access-Control-Allow-Origin", APP,
            "Access-Control-Allow-Methods", "GET, POST, PUT, DELETE",
            "Access-Control-Allow-Headers", "content-type, x-api-key",
            "Access-Control-Max-Age", "7200"));
  }

  @Test
  void onlyNamesAreGivenBack() {
    assertThat(origins(APP).preflightAnswer(APP, "PUT", "x-good, x bad, <script>, "))
        .containsEntry("Access-Control-Allow-Headers", "x-good");
    assertThat(origins(APP).preflightAnswer(APP, "PUT", "x bad"))
        .doesNotContainKey("Access-Control-Allow-Headers");
  }

  @Test
  void listsOfMethodsAndHeadersAreTakenAsTheyAre() {
    CrossOriginPolicy policy =
        policy(Optional.of(APP), "false", "get , Post", "Content-Type, X-API-Key", "production");

    assertThat(policy.preflightAnswer(APP, "PUT", "x-other"))
        .containsEntry("Access-Control-Allow-Methods", "GET, POST")
        .containsEntry("Access-Control-Allow-Headers", "Content-Type, X-API-Key");
  }

  @Test
  void anAsteriskAllowsTheMethodThatIsAskedFor() {
    assertThat(policy(Optional.of(APP), "true", "*", "*", "production")
            .preflightAnswer(APP, "PATCH", ""))
        .containsEntry("Access-Control-Allow-Methods", "PATCH");
  }

  @Test
  void anAsteriskListsEveryOriginAndIsAnsweredAsItIs() {
    CrossOriginPolicy policy = origins("*");

    assertThat(policy.isListed("https://anything.example")).isTrue();
    assertThat(policy.isListed("null")).isTrue();
    assertThat(policy.answer("null")).containsEntry("Access-Control-Allow-Origin", "*");
  }

  @Test
  void anAsteriskIsRefusedBesideCredentialsAndInProduction() {
    assertThatThrownBy(() -> policy(Optional.of(" * "), "true", "GET", "*", "development"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith("CORS_ORIGINS must not be * while CORS_CREDENTIALS is true");
    assertThatThrownBy(() -> policy(Optional.of(APP + ",*"), "false", "GET", "*", "production"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith("CORS_ORIGINS must not be * when ENVIRONMENT is production");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://app.example.org/",
        "https://app.example.org/app",
        "app.example.org",
        "null",
        "https://*.example.org",
        "https://a.example.org https://b.example.org",
        "https://a.example.org;https://b.example.org"
      })
  void whatIsNoOriginIsRefusedAndNotShown(String origin) {
    assertThatThrownBy(() -> origins(APP + "," + origin))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith(
            "CORS_ORIGINS must be origins as https://app.example.org, without a path")
        .hasMessageNotContaining("a.example.org");
  }

  @Test
  void everyFaultIsNamedAtOnce() {
    assertThatThrownBy(() -> policy(Optional.of("x"), "yes", "", "a b", "development"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContainingAll(
            "CORS_ORIGINS must ",
            "CORS_CREDENTIALS must ",
            "CORS_METHODS must ",
            "CORS_HEADERS must ");
  }

  @Test
  void theSelfCheckIsOpenForPagesThatNobodyVouchesFor() {
    assertThat(selfCheck("*")).isEqualTo(CheckedPoint.Status.OPEN);
    assertThat(selfCheck("http://app.example.org")).isEqualTo(CheckedPoint.Status.OPEN);
    assertThat(selfCheck(APP + ",http://localhost:3000")).isEqualTo(CheckedPoint.Status.OK);
    assertThat(selfCheck("")).isEqualTo(CheckedPoint.Status.OK);
  }

  private static CheckedPoint.Status selfCheck(String origins) {
    CheckedPoint point = new CrossOriginReadiness(origins(origins)).points().get(0);
    assertThat(point.name()).isEqualTo("CORS_ORIGINS");
    return point.status();
  }

  static CrossOriginPolicy origins(String origins) {
    return policy(Optional.of(origins), "false", "GET,POST,PUT,DELETE", "*", "development");
  }

  private static CrossOriginPolicy policy(
      Optional<String> origins,
      String credentials,
      String methods,
      String headers,
      String environment) {
    return new CrossOriginPolicy(
        origins,
        Optional.of(credentials),
        Optional.of(methods),
        Optional.of(headers),
        new Environment(environment));
  }
}
