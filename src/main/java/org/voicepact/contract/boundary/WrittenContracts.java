package org.voicepact.contract.boundary;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonValue;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.function.Function;
import org.voicepact.contract.control.ContractView;
import org.voicepact.platform.control.PhoneMasking;
import org.voicepact.platform.entity.Json;
import org.voicepact.platform.entity.PhoneNumber;

/**
 * Contracts as JSON, for callers who see no number in full. What was written once is kept as long as the very same
 * view is, which {@link org.voicepact.contract.control.ReadingContracts} gives out until the contract changes.
 */
@Singleton
class WrittenContracts {

  /** JSON that stands in an answer as it is. */
  record Written(@JsonValue @JsonRawValue String json) {}

  private final PhoneMasking masking;
  private final Cache<ContractView, Written> whole = likeTheirViews();
  private final Cache<ContractView, Written> listed = likeTheirViews();

  @Inject
  WrittenContracts(PhoneMasking masking) {
    this.masking = masking;
  }

  private static Cache<ContractView, Written> likeTheirViews() {
    return Caffeine.newBuilder().weakKeys().build();
  }

  /** As {@link ContractRepresentation#of} shows it. */
  Written whole(ContractView view) {
    return whole.get(view, key -> write(ContractRepresentation.of(key, masked())));
  }

  /** As {@link ContractRepresentation#listed} shows it. */
  Written listed(ContractView view) {
    return listed.get(view, key -> write(ContractRepresentation.listed(key, masked())));
  }

  private Function<PhoneNumber, String> masked() {
    return masking.revealing(Optional.empty());
  }

  private static Written write(ContractRepresentation contract) {
    return new Written(Json.write(contract));
  }
}
