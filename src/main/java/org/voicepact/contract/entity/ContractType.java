package org.voicepact.contract.entity;

import java.util.Locale;
import org.voicepact.platform.entity.WireValue;

/** What kind of deal it is; the prefix begins the contract's id. */
public enum ContractType implements WireValue {
  AGRICULTURAL_SUPPLY("AG"),
  SERVICE_AGREEMENT("SV"),
  GOODS_PURCHASE("GP"),
  LOGISTICS("LG"),
  OTHER("VC");

  private final String prefix;

  ContractType(String prefix) {
    this.prefix = prefix;
  }

  public String prefix() {
    return prefix;
  }

  @Override
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }
}
