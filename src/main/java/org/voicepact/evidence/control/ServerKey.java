package org.voicepact.evidence.control;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.voicepact.evidence.entity.SignatureAlgorithm;
import org.voicepact.platform.control.Configured;
import org.voicepact.platform.control.Environment;
import org.voicepact.platform.control.KeptSecrets;
import org.voicepact.platform.control.RandomHex;
import org.voicepact.platform.control.SecretStrength;
import org.voicepact.platform.entity.WireValue;

/** The key with which the server signs at present, from the settings. */
@Singleton
public class ServerKey implements Configured {

  private static final String SETTING = "SIGNATURE_PRIVATE_KEY";

  private final SigningKey key;

  /**
   * @throws IllegalStateException where the setting is no key for the algorithm, or, in production, missing or weak
   */
  @Inject
  public ServerKey(
      @ConfigProperty(name = SETTING) Optional<String> setting,
      @ConfigProperty(name = "CONTRACT_SIGNATURE_ALGORITHM") String algorithm,
      KeptSecrets kept,
      Environment environment,
      SecureRandom random) {
    SignatureAlgorithm chosen = WireValue.of(SignatureAlgorithm.class, algorithm)
        .orElseThrow(() -> new IllegalStateException("CONTRACT_SIGNATURE_ALGORITHM must be one of: "
            + WireValue.allowed(SignatureAlgorithm.class)));
    String text = setting.orElseGet(
        () -> kept.keep(SETTING, "signature-key-" + chosen.wire(), () -> newKey(chosen, random)));
    SecretStrength.check(SETTING, text, environment);
    try {
      this.key = SigningKeyReader.read(text, chosen);
    } catch (IllegalArgumentException e) {
      throw new IllegalStateException(SETTING + ": " + e.getMessage(), e);
    }
  }

  public SigningKey current() {
    return key;
  }

  private static String newKey(SignatureAlgorithm algorithm, SecureRandom random) {
    if (algorithm == SignatureAlgorithm.ED25519) {
      // As long as a seed.
      return RandomHex.secret(random);
    }
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(RsaPssSigningKey.SHORTEST_BITS, random);
      byte[] der = generator.generateKeyPair().getPrivate().getEncoded();
      return "-----BEGIN PRIVATE KEY-----\n"
          + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der)
          + "\n-----END PRIVATE KEY-----";
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has RSA", e);
    }
  }
}
