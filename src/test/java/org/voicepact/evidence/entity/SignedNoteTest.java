package org.voicepact.evidence.entity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.bouncycastle.crypto.params.Ed25519PublicKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** With the notes and keys of golang.org/x/mod/sumdb/note, note_test.go (BSD-3-Clause). */
class SignedNoteTest {

  private static final String BODY = "If you think cryptography is the answer to your problem,\n"
      + "then you don't know what your problem is.\n";
  private static final String PETER = "\u2014 PeterNeumann "
      + "x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n";
  private static final String ENOCH = "\u2014 EnochRoot "
      + "rwz+eBzmZa0SO3NbfRGzPCpDckykFXSdeX+MNtCOXm2/5n2tiOHp+vAF1aGrQ5ovTG01oOTGwnWLox33WWd1RvMc+QQ=\n";
  private static final byte[] PETERS_KEY = key("ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW");
  private static final byte[] ENOCHS_KEY = key("ATtqJ7zOtqQtYqOo0CpvDXNlMhV3HeJDpjrASKGLWdop");

  @Test
  void keyHashIsOverNameAndKey() {
    assertThat(HexFormat.of().formatHex(SignedNote.keyHash("PeterNeumann", PETERS_KEY)))
        .isEqualTo("c74f20a3");
    assertThat(HexFormat.of().formatHex(SignedNote.keyHash("EnochRoot", ENOCHS_KEY)))
        .isEqualTo("af0cfe78");
  }

  @Test
  void noteOfTwoSignersIsRead() {
    SignedNote note = SignedNote.parse(BODY + "\n" + PETER + ENOCH);

    assertThat(note.body()).isEqualTo(BODY);
    assertThat(note.signatures()).hasSize(2);
    assertSigned(note, note.signatures().get(0), "PeterNeumann", PETERS_KEY);
    assertSigned(note, note.signatures().get(1), "EnochRoot", ENOCHS_KEY);
  }

  @Test
  void noteIsPutTogetherAsItIsRead() {
    byte[] signature = SignedNote.parse(BODY + "\n" + PETER).signatures().get(0).bytes();
    SignedNote note = new SignedNote(
        BODY, List.of(SignedNote.Signature.ofEd25519("PeterNeumann", PETERS_KEY, signature)));

    assertThat(note.text()).isEqualTo(BODY + "\n" + PETER);
  }

  @Test
  void bodyMayHaveEmptyLines() {
    assertThat(SignedNote.parse("a\n\nb\n\n" + PETER).body()).isEqualTo("a\n\nb\n");
  }

  @Test
  void moreThanAHundredSignaturesAreRefused() {
    assertThat(SignedNote.parse(BODY + "\n" + PETER.repeat(100)).signatures()).hasSize(100);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SignedNote.parse(BODY + "\n" + PETER.repeat(101)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        BODY,
        BODY + "\n",
        "\n" + PETER,
        PETER,
        "\u0001" + BODY + "\n" + PETER,
        "a\tb\n\n" + PETER,
        "a\r\n\n" + PETER,
        BODY + "\n" + PETER + "Unexpected line.\n",
        BODY + "\n" + PETER + "\n" + PETER + "Unexpected line.\n",
        BODY + "\n" + "\u2014 Bad Name x08go/ZJkuBS9UG/SffcvA==\n",
        BODY + "\n" + "\u2014 Bad+Name x08go/ZJkuBS9UG/SffcvA==\n",
        BODY + "\n" + "\u2014  x08go/ZJkuBS9UG/SffcvA==\n",
        BODY + "\n" + "\u2014 Name\n",
        BODY + "\n" + "\u2014 Name x08gow==\n",
        BODY + "\n" + "- Name x08go/ZJkuBS9UG/SffcvA==\n",
        BODY + "\n" + "\u2014 Name x08go/ZJkuBS9UG/SffcvA=\n",
        BODY + "\n" + "\u2014 Name x08go/ZJkuBS9UG/SffcvA\n",
        BODY + "\n" + "\u2014 Name x08go/ZJkuBS9UG/SffcvB==\n",
        BODY + "\n" + "\u2014 Name x08go_ZJkuBS9UG/SffcvA==\n",
        BODY + "\n" + "\u2014 Name x08go/ZJkuBS9UG/SffcvA== \n"
      })
  void whatIsNoNoteIsRefused(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> SignedNote.parse(text));
  }

  @Test
  void lastLineNeedsItsEnd() {
    String text = BODY + "\n" + PETER;

    assertThatIllegalArgumentException()
        .isThrownBy(() -> SignedNote.parse(text.substring(0, text.length() - 1)));
  }

  private static void assertSigned(
      SignedNote note, SignedNote.Signature signature, String name, byte[] key) {
    assertThat(signature.name()).isEqualTo(name);
    assertThat(signature.keyHash()).isEqualTo(SignedNote.keyHash(name, key));
    byte[] message = note.body().getBytes(StandardCharsets.UTF_8);
    Ed25519Signer verifier = new Ed25519Signer();
    verifier.init(false, new Ed25519PublicKeyParameters(key));
    verifier.update(message, 0, message.length);
    assertThat(verifier.verifySignature(signature.bytes())).isTrue();
  }

  /** Of a verifier key, whose first byte is the algorithm. */
  private static byte[] key(String base64) {
    return Arrays.copyOfRange(Base64.getDecoder().decode(base64), 1, 33);
  }
}
