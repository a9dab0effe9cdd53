package org.voicepact.sms.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.voicepact.platform.control.Environment;
import org.voicepact.platform.control.InstallationSecret;
import org.voicepact.platform.entity.PhoneNumber;

class SealingCodesTest {

  private static final PhoneNumber PHONE = new PhoneNumber("+254712000101");
  private static final PhoneNumber OTHER = new PhoneNumber("+254712000102");

  private final SealingCodes codes = codes("a secret of this installation");

  @Test
  void aCodeIsReadAgainForItsNumberAlone() {
    byte[] sealed = codes.seal(PHONE, "012345");

    assertThat(codes.open(PHONE, sealed)).contains("012345");
    assertThat(codes.open(OTHER, sealed)).isEmpty();
    assertThat(codes("another secret").open(PHONE, sealed)).isEmpty();
  }

  @Test
  void theSameCodeIsSealedInAnotherWayEachTime() {
    byte[] sealed = codes.seal(PHONE, "012345");

    assertThat(codes.seal(PHONE, "012345")).isNotEqualTo(sealed);
    assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("012345");
  }

  @Test
  void aChangedByteIsNoticed() {
    byte[] sealed = codes.seal(PHONE, "012345");
    sealed[sealed.length - 1] ^= 1;

    assertThat(codes.open(PHONE, sealed)).isEmpty();
  }

  private static SealingCodes codes(String secret) {
    return new SealingCodes(
        new InstallationSecret(
            Optional.of(secret), null, new Environment("testing"), new SecureRandom()),
        new SecureRandom());
  }
}
