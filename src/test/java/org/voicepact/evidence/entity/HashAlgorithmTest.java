package org.voicepact.evidence.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.bouncycastle.crypto.digests.Blake2bDigest;
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

  /** RFC 7693, appendix E: one hash over those of inputs of six lengths, with and without a key, at four sizes. */
  @Test
  void blake2bPassesTheSelfTestOfRfc7693() {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (int size : new int[] {20, 32, 48, 64}) {
      for (int length : new int[] {0, 3, 128, 129, 255, 1024}) {
        byte[] input = selfTestSequence(length, length);
        all.writeBytes(size == 32 ? ours(input) : blake2b(null, size, input));
        all.writeBytes(blake2b(selfTestSequence(size, size), size, input));
      }
    }
    assertThat(HashAlgorithm.BLAKE2B.hash(all.toByteArray()))
        .isEqualTo("c23a7800d98123bd10f506c61e29da5603d763b8bbad2e737f5e765a7bccd475");
  }

  private static byte[] ours(byte[] message) {
    return HexFormat.of().parseHex(HashAlgorithm.BLAKE2B.hash(message));
  }

  private static byte[] blake2b(byte[] key, int size, byte[] message) {
    Blake2bDigest digest = new Blake2bDigest(key, size, null, null);
    digest.update(message, 0, message.length);
    byte[] hash = new byte[size];
    digest.doFinal(hash, 0);
    return hash;
  }

  private static byte[] selfTestSequence(int length, int seed) {
    int a = 0xDEAD4BAD * seed;
    int b = 1;
    byte[] sequence = new byte[length];
    for (int i = 0; i < length; i++) {
      int t = a + b;
      a = b;
      b = t;
      sequence[i] = (byte) (t >>> 24);
    }
    return sequence;
  }
}
