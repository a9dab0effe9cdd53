package org.voicepact.platform.entity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressBlockTest {

  @ParameterizedTest
  @CsvSource({
    "192.0.2.1, 192.0.2.1",
    "::ffff:192.0.2.1, 192.0.2.1",
    "::FFFF:c000:201, 192.0.2.1",
    "2001:db8:1:2::1, 2001:db8:1:2:ffff:ffff:ffff:ffff",
    "2001:DB8:1:2::1, 2001:0db8:0001:0002:0:0:0:9",
    "fe80::1%eth0, fe80::2%eth1"
  })
  void oneSubscriberIsOneBlock(String one, String other) {
    assertThat(AddressBlock.of(one)).isEqualTo(AddressBlock.of(other));
  }

  @ParameterizedTest
  @CsvSource({
    "192.0.2.1, 192.0.2.2",
    "2001:db8:1:2::1, 2001:db8:1:3::1",
    "::1, 127.0.0.1",
    "192.0.2.1, unknown"
  })
  void subscribersAreToldApart(String one, String other) {
    assertThat(AddressBlock.of(one)).isNotEqualTo(AddressBlock.of(other));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "_hidden", "*", "10.0.0.0/8", "1.2.3.4:5", "nobody.invalid"})
  void whatIsNoAddressIsCountedTogether(String text) {
    assertThat(AddressBlock.of(text)).isEqualTo(AddressBlock.of("another"));
  }

  @Test
  void theBlockIsSixtyFourBitsLong() {
    assertThat(AddressBlock.of("2001:db8:1:2:3::1").value()).isEqualTo("2001:db8:1:2::/64");
  }
}
