package org.voicepact.webhook.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignatureCheckTest {

  /** GitHub's published example: docs.github.com, "Validating webhook deliveries". */
  private static final String GITHUB_SECRET = "It's a Secret to Everybody";

  private static final byte[] GITHUB_BODY = bytes("Hello, World!");
  private static final String GITHUB_HEX =
      "757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17";

  /** The example that libraries of Standard Webhooks are tested with. */
  private static final String STANDARD_SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

  private static final String STANDARD_ID = "msg_p5jXN8AQM9LWM0D4loKWxJek";
  private static final String STANDARD_TIME = "1614265330";
  private static final byte[] STANDARD_BODY = bytes("{\"test\": 2432232314}");
  private static final String STANDARD_SIGNATURE =
      "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";
  private static final Instant THEN = Instant.ofEpochSecond(1614265330);

  private final SignatureCheck github = new SignatureCheck(List.of(GITHUB_SECRET));
  private final SignatureCheck standard = new SignatureCheck(List.of(STANDARD_SECRET));

  @ParameterizedTest
  @ValueSource(
      strings = {
        GITHUB_HEX,
        "sha256=" + GITHUB_HEX,
        " sha256=" + GITHUB_HEX + " ",
        "SHA256=757107EA0EB2509FC211221CCE984B8A37570B6D7586C22C46F4379C8B043E17"
      })
  void theDigestInHexIsTakenWithOrWithoutItsName(String header) {
    assertThat(github.isHexSignature(header, GITHUB_BODY)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "sha256=",
        "sha1=" + GITHUB_HEX,
        "sha256=sha256=" + GITHUB_HEX,
        "657107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17",
        "757107ea0eb2509fc211221cce984b8a",
        GITHUB_HEX + "00",
        GITHUB_HEX + "," + GITHUB_HEX,
        "not hex at all"
      })
  void anythingElseIsRefused(String header) {
    assertThat(github.isHexSignature(header, GITHUB_BODY)).isFalse();
  }

  @Test
  void aChangedBodyOrAnotherSecretIsRefused() {
    assertThat(github.isHexSignature(GITHUB_HEX, bytes("Hello, World?"))).isFalse();
    assertThat(standard.isHexSignature(GITHUB_HEX, GITHUB_BODY)).isFalse();
    assertThat(new SignatureCheck(List.of()).isHexSignature(GITHUB_HEX, GITHUB_BODY))
        .isFalse();
  }

  @Test
  void eachOfSeveralSecretsCounts() {
    assertThat(new SignatureCheck(List.of("new", GITHUB_SECRET))
            .isHexSignature(GITHUB_HEX, GITHUB_BODY))
        .isTrue();
    assertThat(new SignatureCheck(List.of(GITHUB_SECRET, "old"))
            .isHexSignature(GITHUB_HEX, GITHUB_BODY))
        .isTrue();
  }

  @Test
  void theStandardFormIsTakenBesideOtherVersions() {
    assertThat(isStandard(STANDARD_SIGNATURE, THEN)).isTrue();
    assertThat(isStandard("v1a,AAAA v1,AAAA " + STANDARD_SIGNATURE, THEN)).isTrue();
  }

  @Test
  void theStandardFormCountsForFiveMinutesEitherWay() {
    assertThat(isStandard(STANDARD_SIGNATURE, THEN.plusSeconds(300))).isTrue();
    assertThat(isStandard(STANDARD_SIGNATURE, THEN.minusSeconds(300))).isTrue();
    assertThat(isStandard(STANDARD_SIGNATURE, THEN.plusSeconds(301))).isFalse();
    assertThat(isStandard(STANDARD_SIGNATURE, THEN.minusSeconds(301))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "v1,",
        "g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
        "v2,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
        "v1,!!!!"
      })
  void aStandardSignatureOfAnotherFormIsRefused(String signature) {
    assertThat(isStandard(signature, THEN)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "soon",
        "1614265330.0",
        "99999999999999999999",
        "9223372036854775807",
        "-1614265330"
      })
  void aTimestampThatIsNoneIsRefused(String timestamp) {
    assertThat(standard.isStandardSignature(
            STANDARD_ID, timestamp, STANDARD_SIGNATURE, STANDARD_BODY, THEN))
        .isFalse();
  }

  @Test
  void theStandardFormCoversIdTimeAndBody() {
    assertThat(standard.isStandardSignature(
            "msg_other", STANDARD_TIME, STANDARD_SIGNATURE, STANDARD_BODY, THEN))
        .isFalse();
    assertThat(standard.isStandardSignature(
            STANDARD_ID, "1614265331", STANDARD_SIGNATURE, STANDARD_BODY, THEN))
        .isFalse();
    assertThat(standard.isStandardSignature(
            STANDARD_ID, STANDARD_TIME, STANDARD_SIGNATURE, bytes("{}"), THEN))
        .isFalse();
  }

  private boolean isStandard(String signature, Instant now) {
    return standard.isStandardSignature(STANDARD_ID, STANDARD_TIME, signature, STANDARD_BODY, now);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
