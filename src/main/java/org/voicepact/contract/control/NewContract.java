package org.voicepact.contract.control;

import java.util.List;
import java.util.Optional;
import org.voicepact.contract.entity.ContractType;
import org.voicepact.contract.entity.Role;
import org.voicepact.contract.entity.Terms;
import org.voicepact.platform.entity.Language;
import org.voicepact.platform.entity.PhoneNumber;

/**
 * A contract that somebody wants to make; its values are already checked.
 *
 * @param language of its certificate
 * @param transcript the words in which the deal was made, where there are any
 */
public record NewContract(
    ContractType type,
    Language language,
    Terms terms,
    Optional<String> transcript,
    List<NewParty> parties) {

  /**
   * One who shall take part.
   *
   * @param language in which this one shall be told about it, where one was asked for
   */
  public record NewParty(
      Role role, Optional<String> name, PhoneNumber phone, Optional<Language> language) {}
}
