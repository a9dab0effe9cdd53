package org.voicepact.access.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import org.junit.jupiter.api.Test;

class KnownDevicesTest {

  private final KnownDevices devices =
      new KnownDevices(Parts.secret(Parts.SECRET), new SecureRandom());
  private final String cookie = devices.cookie("Wanjiku");

  @Test
  void theCookieIsGoodForTheNameThatItWasMadeFor() {
    assertThat(devices.idOf(cookie, " wanjiku")).contains(cookie.split("\\.")[0]);
    assertThat(devices.idOf(cookie, "otieno")).isEmpty();
  }

  @Test
  void noTwoBrowsersAreTheSame() {
    assertThat(devices.cookie("Wanjiku")).isNotEqualTo(cookie);
  }

  @Test
  void whatWeHaveNotSignedIsNoCookieOfOurs() {
    KnownDevices elsewhere = new KnownDevices(Parts.secret(Parts.PREVIOUS), new SecureRandom());
    for (String forged : new String[] {
      "",
      ".",
      "x",
      cookie + "x",
      "x" + cookie,
      cookie.split("\\.")[0] + ".",
      elsewhere.cookie("wanjiku")
    }) {
      assertThat(devices.idOf(forged, "wanjiku")).as(forged).isEmpty();
    }
  }
}
