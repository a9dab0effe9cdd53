package org.voicepact.platform.control;

import java.util.Optional;
import org.voicepact.platform.entity.AddressRanges;

/** Reads settings that are lists of addresses. */
public final class AddressSetting {

  private AddressSetting() {}

  /**
   * @param name of the setting, for the message
   * @throws IllegalStateException where a part is neither an address nor a range in CIDR notation
   */
  public static AddressRanges read(String name, Optional<String> value) {
    try {
      return AddressRanges.parse(value.orElse(""));
    } catch (IllegalArgumentException e) {
      throw new IllegalStateException(name + " must be a list of addresses: " + e.getMessage(), e);
    }
  }
}
