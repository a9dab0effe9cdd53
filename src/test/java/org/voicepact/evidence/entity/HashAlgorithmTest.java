package org.voicepact.evidence.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HashAlgorithmTest {

  /** BLAKE2b of RFC 7693 with an output of 32 bytes; the answers are those of {@code b2sum -l 256} (GNU coreutils). */
  @ParameterizedTest
  @CsvSource({
    "'', 1, 0e5751c026e543b2e8ab2eb06099daa1d1e5df47778f7787faab45cdf12fe3a8",
    "abc, 1, bddd813c634239723171ef3fee98579b94964e3bb1cb3e427262c8c068d52319",
    "a, 1000, e00b0ddbf1e2cdaf5c898e1a5e8826ea3a2c339bcf2a478da2e5fca9ff126672"
  })
  void blake2bGivesTheKnownAnswers(String text, int times, String hash) {
    assertThat(HashAlgorithm.BLAKE2B.hash(bytes(text.repeat(times)))).isEqualTo(hash);
  }

  /** FIPS 180-4: the examples of NIST for SHA-256. */
  @ParameterizedTest
  @CsvSource({
    "'', e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    "abc, ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
    "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq, "
        + "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
  })
  void sha256GivesTheKnownAnswers(String text, String hash) {
    assertThat(HashAlgorithm.SHA256.hash(bytes(text))).isEqualTo(hash);
  }

  @Test
  void theNamesSayWhatAVerifierHasToCompute() {
    assertThat(HashAlgorithm.BLAKE2B.wire()).isEqualTo("blake2b-256");
    assertThat(HashAlgorithm.SHA256.wire()).isEqualTo("sha256");
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
