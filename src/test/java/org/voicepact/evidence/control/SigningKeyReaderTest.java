package org.voicepact.evidence.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.util.Base64;
import java.util.HexFormat;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.voicepact.evidence.entity.SignatureAlgorithm;

class SigningKeyReaderTest {

  private static final String SEED =
      "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60";

  /** RFC 8410, 10.3, and the public key of that pair from 10.1. */
  private static final String PKCS8 =
      "MC4CAQAwBQYDK2VwBCIEINTuctv5E1hK1bbY8fdp+K06/nwoy/HU++CXqI9EdVhC";

  private static final String PUBLIC_KEY_INFO =
      "MCowBQYDK2VwAyEAGb9ECWmEzf6FQbrBZ9w7lshQhqowtrbLDFw4rXAxZuE=";

  @ParameterizedTest
  @ValueSource(
      strings = {
        SEED,
        " " + SEED + "\n",
        "9D61B19DEFFD5A60BA844AF492EC2CC44449C5697B326919703BAC031CAE7F60"
      })
  void sixtyFourHexDigitsAreTheSeed(String setting) {
    assertThat(read(setting, SignatureAlgorithm.ED25519).publicKeyInfo())
        .isEqualTo(Ed25519SigningKey.ofSeed(HexFormat.of().parseHex(SEED)).publicKeyInfo());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-----BEGIN PRIVATE KEY-----\n" + PKCS8 + "\n-----END PRIVATE KEY-----\n",
        "-----BEGIN PRIVATE KEY-----\r\n" + PKCS8 + "\r\n-----END PRIVATE KEY-----",
        "-----BEGIN PRIVATE KEY-----\\n" + PKCS8 + "\\n-----END PRIVATE KEY-----\\n",
        "  -----BEGIN PRIVATE KEY-----" + PKCS8 + "-----END PRIVATE KEY-----  "
      })
  void aPemOfEd25519IsReadHoweverItsLinesEnd(String pem) {
    SigningKey key = read(pem, SignatureAlgorithm.ED25519);

    assertThat(key).isInstanceOf(Ed25519SigningKey.class);
    assertThat(Base64.getEncoder().encodeToString(key.publicKeyInfo())).isEqualTo(PUBLIC_KEY_INFO);
  }

  @Test
  void aPemOfRsaIsRead() {
    String pem = RsaKeys.pem(RsaKeys.LONG_ENOUGH);

    assertThat(read(pem, SignatureAlgorithm.RSA)).isInstanceOf(RsaPssSigningKey.class);
    assertThat(read(pem.replace("\n", "\\n"), SignatureAlgorithm.RSA).keyId())
        .isEqualTo(read(pem, SignatureAlgorithm.RSA).keyId());
  }

  /** HKDF (RFC 5869, 2.2 and 2.3) written out for one block: extract with a salt of zeros, then expand. */
  @Test
  void anyOtherSecretGivesTheSeedByHkdf() throws GeneralSecurityException {
    String secret = "correct horse battery staple, and more";
    byte[] extracted = hmac(new byte[32], secret.getBytes(StandardCharsets.UTF_8));
    byte[] seed =
        hmac(extracted, "voicepact/signature/ed25519/1\u0001".getBytes(StandardCharsets.US_ASCII));

    assertThat(read(secret, SignatureAlgorithm.ED25519).keyId())
        .isEqualTo(Ed25519SigningKey.ofSeed(seed).keyId());
  }

  @Test
  void anotherSecretGivesAnotherKey() {
    assertThat(
            read("one secret of the server's own", SignatureAlgorithm.ED25519).keyId())
        .isEqualTo(
            read("one secret of the server's own", SignatureAlgorithm.ED25519).keyId())
        .isNotEqualTo(
            read("one secret of the server's owN", SignatureAlgorithm.ED25519).keyId());
  }

  @ParameterizedTest
  @ValueSource(ints = {63, 65})
  void hexOfAnotherLengthIsJustASecret(int digits) {
    String secret = "ab".repeat(40).substring(0, digits);

    assertThat(read(secret, SignatureAlgorithm.ED25519)).isInstanceOf(Ed25519SigningKey.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {SEED, "correct horse battery staple, and more"})
  void anRsaKeyComesAsPemOnly(String setting) {
    assertRefused(setting, SignatureAlgorithm.RSA, "an RSA key must be a PKCS#8 PEM");
  }

  @Test
  void aShortRsaKeyIsRefused() {
    assertRefused(
        RsaKeys.pem(RsaKeys.TOO_SHORT),
        SignatureAlgorithm.RSA,
        "an RSA key must have from 3072 to 4096 bits");
  }

  @Test
  void aKeyOfTheOtherAlgorithmIsRefused() {
    assertRefused(
        "-----BEGIN PRIVATE KEY-----\n" + PKCS8 + "\n-----END PRIVATE KEY-----",
        SignatureAlgorithm.RSA,
        "the PEM holds no rsa key");
    assertRefused(
        RsaKeys.pem(RsaKeys.LONG_ENOUGH),
        SignatureAlgorithm.ED25519,
        "the PEM holds no ed25519 key");
  }

  @ParameterizedTest
  @EnumSource(SignatureAlgorithm.class)
  void aKeyOfAnotherKindIsRefused(SignatureAlgorithm algorithm) throws GeneralSecurityException {
    String ec = RsaKeys.pem(KeyPairGenerator.getInstance("EC").generateKeyPair().getPrivate());
    String x25519 =
        RsaKeys.pem(KeyPairGenerator.getInstance("X25519").generateKeyPair().getPrivate());

    assertRefused(ec, algorithm, "the PEM holds no " + algorithm.wire() + " key");
    assertRefused(x25519, algorithm, "the PEM holds no " + algorithm.wire() + " key");
  }

  private static final String NOT_THIS_FORM =
      "a PEM must be one PKCS#8 PRIVATE KEY without a password and nothing else";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ENCRYPTED PRIVATE KEY",
        "RSA PRIVATE KEY",
        "EC PRIVATE KEY",
        "OPENSSH PRIVATE KEY",
        "PUBLIC KEY",
        "CERTIFICATE"
      })
  void aPemOfAnotherFormIsRefusedAndNotTakenForASecret(String label) {
    String pem = "-----BEGIN " + label + "-----\n" + PKCS8 + "\n-----END " + label + "-----";

    for (SignatureAlgorithm algorithm : SignatureAlgorithm.values()) {
      assertRefused(pem, algorithm, NOT_THIS_FORM);
    }
  }

  @Test
  void aPemInQuotesIsRefusedAndNotTakenForASecret() {
    assertRefused(
        "\"-----BEGIN PRIVATE KEY-----\n" + PKCS8 + "\n-----END PRIVATE KEY-----\"",
        SignatureAlgorithm.ED25519,
        NOT_THIS_FORM);
  }

  @Test
  void aPemThatWasCutIsRefusedAndNotTakenForASecret() {
    assertRefused(
        "-----BEGIN PRIVATE KEY-----\n" + PKCS8, SignatureAlgorithm.ED25519, NOT_THIS_FORM);
  }

  @ParameterizedTest
  @MethodSource("damaged")
  void aDamagedPemIsRefusedWithoutTellingAnyOfIt(String content) {
    String pem = "-----BEGIN PRIVATE KEY-----\n" + content + "\n-----END PRIVATE KEY-----";

    for (SignatureAlgorithm algorithm : SignatureAlgorithm.values()) {
      Throwable refused = catchThrowable(() -> read(pem, algorithm));

      assertThat(refused).isInstanceOf(IllegalArgumentException.class);
      assertTellsNothing(refused, content);
    }
  }

  static Stream<String> damaged() {
    return Stream.of(
        "",
        "A",
        "AAAA",
        "!!!!",
        PKCS8.substring(0, 40),
        PKCS8.substring(1),
        PKCS8 + PKCS8,
        "hunter2hunter2hunter2");
  }

  private static void assertRefused(String setting, SignatureAlgorithm algorithm, String message) {
    assertThatThrownBy(() -> read(setting, algorithm))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message)
        .satisfies(refused ->
            assertTellsNothing(refused, setting.replaceAll("-----[A-Z ]*-----|\\s", "")));
  }

  /** No run of twelve characters of the key stands in a message, be it that of a cause. */
  private static void assertTellsNothing(Throwable refused, String key) {
    for (Throwable each = refused; each != null; each = each.getCause()) {
      for (int i = 0; i + 12 <= key.length(); i++) {
        assertThat(String.valueOf(each.getMessage())).doesNotContain(key.substring(i, i + 12));
      }
    }
  }

  private static SigningKey read(String setting, SignatureAlgorithm algorithm) {
    return SigningKeyReader.read(setting, algorithm);
  }

  private static byte[] hmac(byte[] key, byte[] message) throws GeneralSecurityException {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(key, "HmacSHA256"));
    return mac.doFinal(message);
  }
}
