package org.voicepact.evidence.control;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.voicepact.evidence.entity.KeyPurpose;
import org.voicepact.evidence.entity.SignatureAlgorithm;
import org.voicepact.platform.control.Configured;
import org.voicepact.platform.control.Environment;
import org.voicepact.platform.control.KeptSecrets;
import org.voicepact.platform.control.RandomHex;
import org.voicepact.platform.control.SecretStrength;
import org.voicepact.platform.entity.WireValue;

/**
 * The keys with which the server signs at present, one for each purpose.
 *
 * <p>Statements are signed by {@code SIGNATURE_PRIVATE_KEY} itself. The keys of heads are always Ed25519 and come, each by
 * a label of its own, from {@code CHECKPOINT_PRIVATE_KEY}; where that is not set, from {@code SIGNATURE_PRIVATE_KEY},
 * unless that is an RSA key.
 */
@Singleton
public class ServerKeys implements Configured {

  private static final String SIGNATURE = "SIGNATURE_PRIVATE_KEY";
  private static final String CHECKPOINT = "CHECKPOINT_PRIVATE_KEY";

  private final Map<KeyPurpose, SigningKey> keys = new EnumMap<>(KeyPurpose.class);

  /**
   * @throws IllegalStateException where a setting is no key for the algorithm, or, in production, missing or weak
   */
  @Inject
  public ServerKeys(
      @ConfigProperty(name = SIGNATURE) Optional<String> signature,
      @ConfigProperty(name = CHECKPOINT) Optional<String> checkpoint,
      @ConfigProperty(name = "CONTRACT_SIGNATURE_ALGORITHM") String algorithm,
      KeptSecrets kept,
      Environment environment,
      SecureRandom random) {
    SignatureAlgorithm chosen = WireValue.of(SignatureAlgorithm.class, algorithm)
        .orElseThrow(() -> new IllegalStateException("CONTRACT_SIGNATURE_ALGORITHM must be one of: "
            + WireValue.allowed(SignatureAlgorithm.class)));
    String text = signature.orElseGet(
        () -> kept.keep(SIGNATURE, "signature-key-" + chosen.wire(), () -> newKey(chosen, random)));
    SecretStrength.check(SIGNATURE, text, environment);
    keys.put(KeyPurpose.STATEMENT, SigningKeyReader.read(SIGNATURE, text, chosen));
    if (checkpoint.isEmpty() && chosen != SignatureAlgorithm.RSA) {
      keys.putAll(SigningKeyReader.heads(SIGNATURE, text));
      return;
    }
    String heads = checkpoint.orElseGet(
        () -> kept.keep(CHECKPOINT, "checkpoint-key", () -> RandomHex.secret(random)));
    SecretStrength.check(CHECKPOINT, heads, environment);
    keys.putAll(SigningKeyReader.heads(CHECKPOINT, heads));
  }

  public SigningKey of(KeyPurpose purpose) {
    return keys.get(purpose);
  }

  private static String newKey(SignatureAlgorithm algorithm, SecureRandom random) {
    return switch (algorithm) {
      // As long as a seed.
      case ED25519 -> RandomHex.secret(random);
      case RSA -> RsaPssSigningKey.newPem(random);
    };
  }
}
