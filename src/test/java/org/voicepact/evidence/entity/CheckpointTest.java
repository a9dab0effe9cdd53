package org.voicepact.evidence.entity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CheckpointTest {

  private static final String LOG = "voicepact-log/0f3c5a7e9b1d2f40";
  private static final String ROOT = "CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=";
  private static final String BODY =
      LOG + "\n42\n" + ROOT + "\ntype voicepact/checkpoint/1\ntime 2026-11-24T09:30:00.000Z\n";
  private static final byte[] KEY = new byte[32];
  private static final byte[] SIGNATURE = new byte[64];

  @Test
  void bodyHasTheFiveLines() {
    assertThat(checkpoint().body()).isEqualTo(BODY);
  }

  @Test
  void signedCheckpointIsReadAsItWasMade() {
    Checkpoint read =
        Checkpoint.of(SignedNote.parse(checkpoint().signed(KEY, SIGNATURE).text()));

    assertThat(read.body()).isEqualTo(BODY);
    assertThat(read.log()).isEqualTo(LOG);
    assertThat(read.size()).isEqualTo(42);
    assertThat(Base64.getEncoder().encodeToString(read.root())).isEqualTo(ROOT);
    assertThat(read.time()).isEqualTo(Instant.parse("2026-11-24T09:30:00Z"));
  }

  @Test
  void signatureStandsInTheNameOfTheLog() {
    SignedNote note = checkpoint().signed(KEY, SIGNATURE);

    assertThat(note.signatures()).hasSize(1);
    assertThat(note.signatures().get(0).name()).isEqualTo(LOG);
    assertThat(note.signatures().get(0).keyHash()).isEqualTo(SignedNote.keyHash(LOG, KEY));
    assertThat(note.signatures().get(0).bytes()).isEqualTo(SIGNATURE);
  }

  static Stream<Arguments> otherSpellings() {
    return Stream.of(
        arguments("\n42\n", "\n042\n"),
        arguments("\n42\n", "\n-42\n"),
        arguments("\n42\n", "\n+42\n"),
        arguments("\n42\n", "\n\n"),
        arguments("\n42\n", "\n9999999999999999999\n"),
        arguments("\n42\n", "\n42 \n"),
        arguments("2I=", "2J="),
        arguments("2I=", "2I"),
        arguments("CsUY", "CsU"),
        arguments("CsUYapGG", "CsUYapG-"),
        arguments("09:30:00.000Z", "09:30:00Z"),
        arguments("09:30:00.000Z", "09:30:00.000000Z"),
        arguments("09:30:00.000Z", "09:30:00.000+00:00"),
        arguments("09:30:00.000Z", "24:00:00.000Z"),
        arguments("2026-11-24", "2026-02-30"),
        arguments("2026", "+12026"),
        arguments("checkpoint/1", "checkpoint/2"),
        arguments("0f3c5a7e9b1d2f40", "0F3C5A7E9B1D2F40"),
        arguments("0f3c5a7e9b1d2f40", "0f3c5a7e9b1d2f4"),
        arguments("voicepact-log/", "other-log/"),
        arguments("\ntime ", "\nextra\ntime "),
        arguments("000Z\n", "000Z\nextra\n"),
        arguments("type voicepact/checkpoint/1\n", ""));
  }

  @ParameterizedTest
  @MethodSource("otherSpellings")
  void everyOtherSpellingIsRefused(String there, String instead) {
    String body = BODY.replace(there, instead);
    assertThat(body).isNotEqualTo(BODY);

    assertThatIllegalArgumentException().isThrownBy(() -> Checkpoint.of(note(body, LOG)));
  }

  @Test
  void signatureInAnotherNameIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Checkpoint.of(note(BODY, "voicepact-log/0f3c5a7e9b1d2f41")));
  }

  @Test
  void secondSignatureIsRefused() {
    SignedNote.Signature signature = SignedNote.Signature.ofEd25519(LOG, KEY, SIGNATURE);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> Checkpoint.of(new SignedNote(BODY, List.of(signature, signature))));
  }

  /** The example of C2SP tlog-checkpoint. */
  @Test
  void checkpointsOfOtherLogsAreNotesButNotOurForm() {
    SignedNote note = SignedNote.parse("example.com/behind-the-sofa\n20852163\n"
        + ROOT
        + "\n\n\u2014 example.com/behind-the-sofa Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5"
        + "/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=\n");

    assertThat(HexFormat.of().formatHex(note.signatures().get(0).keyHash())).isEqualTo("033de0ae");
    assertThatIllegalArgumentException().isThrownBy(() -> Checkpoint.of(note));
  }

  private static Checkpoint checkpoint() {
    return new Checkpoint(
        LOG, 42, Base64.getDecoder().decode(ROOT), Instant.parse("2026-11-24T09:30:00Z"));
  }

  private static SignedNote note(String body, String name) {
    return new SignedNote(body, List.of(SignedNote.Signature.ofEd25519(name, KEY, SIGNATURE)));
  }
}
