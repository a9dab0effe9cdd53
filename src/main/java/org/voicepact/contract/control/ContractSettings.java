package org.voicepact.contract.control;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.voicepact.evidence.entity.HashAlgorithm;

/** The settings of contracts; new contracts follow them, contracts that are there keep what they were made with. */
@Singleton
public class ContractSettings {

  private final Duration confirmationTimeout;
  private final HashAlgorithm hashAlgorithm;

  /**
   * @param confirmationTimeout in seconds, from 1 on
   * @param hashAlgorithm {@code blake2b} or {@code sha256}
   */
  @Inject
  public ContractSettings(
      @ConfigProperty(name = "CONTRACT_CONFIRMATION_TIMEOUT") long confirmationTimeout,
      @ConfigProperty(name = "CONTRACT_HASH_ALGORITHM") String hashAlgorithm) {
    if (confirmationTimeout < 1) {
      throw new IllegalStateException("CONTRACT_CONFIRMATION_TIMEOUT must be 1 second or more");
    }
    this.confirmationTimeout = Duration.ofSeconds(confirmationTimeout);
    this.hashAlgorithm =
        switch (hashAlgorithm) {
          case "blake2b" -> HashAlgorithm.BLAKE2B;
          case "sha256" -> HashAlgorithm.SHA256;
          default -> throw new IllegalStateException("CONTRACT_HASH_ALGORITHM must be one of: blake2b, sha256");
        };
  }

  public Duration confirmationTimeout() {
    return confirmationTimeout;
  }

  public HashAlgorithm hashAlgorithm() {
    return hashAlgorithm;
  }
}
