package org.voicepact.evidence.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.voicepact.evidence.entity.NotThisFormat;

class TrustedKeysTest {

  private static final SigningKey KEY = Ed25519SigningKey.ofSeed(new byte[32]);

  @Test
  void allKeysOfASetAreTrustedByTheirThumbprints() {
    ObjectNode jwk = KEY.publicJwk()
        .put("kid", KEY.keyId())
        .put("alg", "EdDSA")
        .put("first_used_at", "2026-11-24T09:30:00.000Z");

    TrustedKeys keys = TrustedKeys.ofJwkSet(set(jwk));

    assertThat(keys.ids()).containsExactly(KEY.keyId());
    assertThat(keys.keys()).extracting(VerifyingKey::keyId).containsExactly(KEY.keyId());
  }

  @ParameterizedTest
  @CsvSource({"checkpoint, true", "statement, false", "contract-head, false"})
  void onlyAKeyForCheckpointsMakesAnInstallationTrusted(String purpose, boolean isTrusted) {
    TrustedKeys keys = TrustedKeys.ofJwkSet(set(KEY.publicJwk().put("purpose", purpose)));

    assertThat(keys.ids().contains(KEY.keyId())).isEqualTo(isTrusted);
    assertThat(keys.keys()).hasSize(purpose.equals("statement") ? 0 : 1);
  }

  @Test
  void keyUnderAWrongNameIsRefused() {
    assertThatExceptionOfType(NotThisFormat.class)
        .isThrownBy(() -> TrustedKeys.ofJwkSet(set(KEY.publicJwk().put("kid", "x"))))
        .withMessage("/keys/0/kid: is not the thumbprint of the key");
  }

  @Test
  void keyThatCannotBeUsedIsRefused() {
    assertThatExceptionOfType(NotThisFormat.class)
        .isThrownBy(() -> TrustedKeys.ofJwkSet(set(KEY.publicJwk().put("x", "AAAA"))))
        .withMessageStartingWith("/keys/0: ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "[]", "{\"keys\": {}}", "{\"keys\": [1]}", "keys"})
  void whatIsNoSetIsRefused(String file) {
    assertThatExceptionOfType(NotThisFormat.class)
        .isThrownBy(() -> TrustedKeys.ofJwkSet(file.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void trustAddsUp() {
    TrustedKeys both =
        TrustedKeys.ofIds(Set.of("a")).and(TrustedKeys.ofJwkSet(set(KEY.publicJwk())));

    assertThat(both.ids()).containsExactlyInAnyOrder("a", KEY.keyId());
    assertThat(both.keys()).hasSize(1);
  }

  private static byte[] set(ObjectNode jwk) {
    ObjectNode set = JsonNodeFactory.instance.objectNode();
    set.putArray("keys").add(jwk);
    return set.toString().getBytes(StandardCharsets.UTF_8);
  }
}
