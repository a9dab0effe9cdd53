package org.voicepact.evidence.control;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.voicepact.evidence.entity.SignatureAlgorithm;
import org.voicepact.platform.control.Configured;

/**
 * The keys with which the server signed before, as far as the settings have them: when keys change, each signs the one
 * that comes after it.
 */
@Singleton
public class PreviousKeys implements Configured {

  private static final String SIGNATURE = "SIGNATURE_PRIVATE_KEY_PREVIOUS";
  private static final String CHECKPOINT = "CHECKPOINT_PRIVATE_KEY_PREVIOUS";

  private final List<SigningKey> keys = new ArrayList<>();

  /**
   * @throws IllegalStateException where a setting is no key
   */
  @Inject
  public PreviousKeys(
      @ConfigProperty(name = SIGNATURE) Optional<String> signature,
      @ConfigProperty(name = CHECKPOINT) Optional<String> checkpoint) {
    signature.ifPresent(this::readStatementKey);
    checkpoint.ifPresent(
        text -> keys.addAll(SigningKeyReader.heads(CHECKPOINT, text).values()));
  }

  private void readStatementKey(String text) {
    SignatureAlgorithm algorithm =
        SigningKeyReader.isRsa(text) ? SignatureAlgorithm.RSA : SignatureAlgorithm.ED25519;
    keys.add(SigningKeyReader.read(SIGNATURE, text, algorithm));
    if (algorithm == SignatureAlgorithm.ED25519) {
      keys.addAll(SigningKeyReader.heads(SIGNATURE, text).values());
    }
  }

  public Optional<SigningKey> find(String keyId) {
    return keys.stream().filter(key -> key.keyId().equals(keyId)).findFirst();
  }
}
