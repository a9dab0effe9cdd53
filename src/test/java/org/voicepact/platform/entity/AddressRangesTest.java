package org.voicepact.platform.entity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressRangesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "10.0.0.0/8|10.1.2.3|true",
        "10.0.0.0/8|11.1.2.3|false",
        "192.0.2.7|192.0.2.7|true",
        "192.0.2.7|192.0.2.8|false",
        "10.0.0.0/8, 192.0.2.7|192.0.2.7|true",
        "2001:db8::/32|2001:db8:1::5|true",
        "2001:db8::/32|2001:db9::5|false",
        "::1|0:0:0:0:0:0:0:1|true",
        "127.0.0.0/8|::ffff:127.0.0.1|true",
        "0.0.0.0/0|no address|false",
        "0.0.0.0/0|''|false"
      })
  void anAddressIsInTheRangesOrNot(String ranges, String address, boolean inside) {
    assertThat(AddressRanges.parse(ranges).contains(address)).isEqualTo(inside);
  }

  @Test
  void nothingIsInNoRange() {
    assertThat(AddressRanges.parse(" , ").isEmpty()).isTrue();
    assertThat(AddressRanges.parse("").contains("127.0.0.1")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "example.org",
        "10.0.0.0/33",
        "10.0.0.1-10.0.0.9",
        "10.0.0.*",
        "300.1.1.1",
        "10.0.0.0/8;::1"
      })
  void whatIsNoRangeIsRefused(String setting) {
    assertThatThrownBy(() -> AddressRanges.parse(setting))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
