package org.voicepact.contract.control;

import java.util.Arrays;
import java.util.Optional;
import org.voicepact.contract.entity.Contract;
import org.voicepact.contract.entity.ContractRefusal;
import org.voicepact.contract.entity.ContractRefusal.Reason;

/**
 * In which state a caller believes a contract to be.
 *
 * @param version the version that is acted on, where one is named or proved
 * @param ifMatch the value of {@code If-Match} (RFC 9110, 13.1.1), where it was sent
 */
public record Expected(Optional<Integer> version, Optional<String> ifMatch) {

  /** Nothing is named but maybe a version, as on channels other than HTTP. */
  public static Expected version(Optional<Integer> version) {
    return new Expected(version, Optional.empty());
  }

  /**
   * @throws ContractRefusal where {@code If-Match} names other states than the present one
   */
  void requireMatch(Contract contract) {
    if (ifMatch.isPresent() && !matches(ifMatch.get(), contract.stateTag())) {
      throw new ContractRefusal(Reason.PRECONDITION_FAILED);
    }
  }

  private static boolean matches(String ifMatch, String tag) {
    return ifMatch.strip().equals("*")
        || Arrays.stream(ifMatch.split(","))
            .map(String::strip)
            .anyMatch(each -> each.equals('"' + tag + '"'));
  }
}
