package org.voicepact.access.control;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Logger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.voicepact.access.entity.KeyGrant;
import org.voicepact.access.entity.Scope;
import org.voicepact.platform.control.Announcement;
import org.voicepact.platform.control.Configured;
import org.voicepact.platform.control.Environment;
import org.voicepact.platform.control.KeptSecrets;
import org.voicepact.platform.control.SecretStrength;
import org.voicepact.platform.control.SettingFaults;
import org.voicepact.platform.control.Sha256;
import org.voicepact.platform.entity.WireValue;

/** API keys that the operator has set, and the administrator's key that development makes for itself. */
@Singleton
public class ConfiguredKeys implements Configured {

  private static final Logger LOG = Logger.getLogger(ConfiguredKeys.class.getName());
  private static final String PLAIN = "API_KEY";
  private static final String HASHED = "API_KEYS";
  private static final Pattern ENTRY =
      Pattern.compile("\\s*([A-Za-z0-9._-]{1,50})\\s*\\|([^|]*)\\|\\s*([0-9a-fA-F]{64})\\s*");

  /** Enough of a digest to tell two keys apart, and too little to guess a key from. */
  private static final int TOLD_APART = 8;

  private record Known(byte[] hash, KeyGrant grant) {}

  private final List<Known> keys = new ArrayList<>();

  /**
   * @param plain one key with every scope
   * @param hashed entries {@code name|scope scope|SHA-256 of the key in hex}, separated by semicolons
   * @throws IllegalStateException where an entry cannot be read, or a plain key is too weak for production
   */
  @Inject
  public ConfiguredKeys(
      @ConfigProperty(name = PLAIN) Optional<String> plain,
      @ConfigProperty(name = HASHED) Optional<String> hashed,
      KeptSecrets kept,
      Environment environment,
      SecureRandom random) {
    SettingFaults faults = new SettingFaults();
    plain.ifPresent(key -> faults.run(() -> addPlain(key.strip(), environment)));
    hashed.ifPresent(entries -> faults.run(() -> addHashed(entries)));
    if (environment.name() == Environment.Name.DEVELOPMENT && plain.isEmpty()) {
      addPlain(kept.keep(PLAIN, "admin-key", () -> announced(NewKey.make(random))), environment);
    }
    faults.check();
  }

  /** The only time that a secret is printed: in development somebody must learn it. */
  private static String announced(NewKey key) {
    LOG.log(
        Announcement.AUDIT,
        () -> "An administrator's API key was made for development, shown this once and kept in"
            + " DATA_DIR as admin-key: " + key.text());
    return key.text();
  }

  private void addPlain(String key, Environment environment) {
    if (key.isEmpty()) {
      throw new IllegalStateException(PLAIN + " must not be blank");
    }
    SecretStrength.check(PLAIN, key, environment);
    add(PLAIN, Scope.all(), Sha256.of(key.getBytes(StandardCharsets.UTF_8)));
  }

  private void addHashed(String entries) {
    Set<String> names = new HashSet<>(Set.of(PLAIN));
    for (String entry : entries.split(";")) {
      if (entry.isBlank()) {
        continue;
      }
      Matcher matcher = ENTRY.matcher(entry);
      Optional<Set<Scope>> scopes =
          matcher.matches() ? Scope.parse(matcher.group(2)) : Optional.empty();
      if (scopes.isEmpty() || !names.add(matcher.group(1))) {
        throw new IllegalStateException(HASHED
            + " must be entries separated by semicolons, each name|scope scope|SHA-256 of the key in hex,"
            + " with a name of its own and scopes out of: "
            + WireValue.allowed(Scope.class));
      }
      add(matcher.group(1), scopes.get(), HexFormat.of().parseHex(matcher.group(3)));
    }
  }

  private void add(String name, Set<Scope> scopes, byte[] hash) {
    String id = name + ":" + HexFormat.of().formatHex(Sha256.of(hash)).substring(0, TOLD_APART);
    keys.add(new Known(hash, new KeyGrant(id, name, scopes, Optional.empty())));
  }

  /** The key with this SHA-256; all are compared, in constant time, whichever it is. */
  Optional<KeyGrant> find(byte[] hash) {
    KeyGrant found = null;
    for (Known key : keys) {
      if (MessageDigest.isEqual(key.hash(), hash)) {
        found = key.grant();
      }
    }
    return Optional.ofNullable(found);
  }

  Optional<KeyGrant> findById(String id) {
    return keys.stream()
        .map(Known::grant)
        .filter(grant -> grant.id().equals(id))
        .findFirst();
  }

  boolean hasAdministrator() {
    return keys.stream().anyMatch(key -> key.grant().scopes().contains(Scope.ADMIN));
  }
}
