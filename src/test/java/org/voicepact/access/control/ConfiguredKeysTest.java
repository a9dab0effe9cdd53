package org.voicepact.access.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.voicepact.access.entity.KeyGrant;
import org.voicepact.access.entity.Scope;
import org.voicepact.platform.control.Sha256;

class ConfiguredKeysTest {

  private static final String HASH =
      "2bb80d537b1da3e38bd30361aa855686bde0eacd7162fef6a25fe97bf527a25b";

  @TempDir
  private Path directory;

  @Test
  void eachEntryOpensItsScopes() {
    // HASH is the SHA-256 of the word secret.
    ConfiguredKeys keys = keys("books | contracts:read  payments |" + HASH.toUpperCase()
        + ";; till|contracts:write|" + hash("till") + ";");
    KeyGrant books = find(keys, "secret").orElseThrow();
    assertThat(books.name()).isEqualTo("books");
    assertThat(books.scopes()).isEqualTo(EnumSet.of(Scope.CONTRACTS_READ, Scope.PAYMENTS));
    assertThat(books.expiresAt()).isEmpty();
    assertThat(find(keys, "till").orElseThrow().scopes())
        .isEqualTo(EnumSet.of(Scope.CONTRACTS_WRITE));
    assertThat(find(keys, "Secret")).isEmpty();
    assertThat(find(keys, HASH)).isEmpty();
    assertThat(find(keys, "")).isEmpty();
    assertThat(keys.hasAdministrator()).isFalse();
  }

  @Test
  void aKeyIsFoundByTheIdThatItsTokensName() {
    ConfiguredKeys keys = keys("books|contracts:read|" + HASH);
    String id = find(keys, "secret").orElseThrow().id();
    assertThat(id).startsWith("books:").doesNotContain(HASH.substring(0, 8));
    assertThat(keys.findById(id)).isEqualTo(find(keys, "secret"));
    assertThat(keys.findById("books")).isEmpty();
  }

  @Test
  void anotherKeyUnderTheSameNameHasAnotherId() {
    String id =
        find(keys("books|contracts:read|" + HASH), "secret").orElseThrow().id();
    assertThat(keys("books|contracts:read|" + hash("other")).findById(id)).isEmpty();
  }

  @Test
  void thePlainKeyOpensEverything() {
    ConfiguredKeys keys = Parts.keys(directory, "testing", " plain-key ", null);
    assertThat(find(keys, "plain-key").orElseThrow().scopes()).isEqualTo(Scope.all());
    assertThat(keys.hasAdministrator()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {" ", "\t"})
  void aBlankKeyIsRefusedInEveryEnvironment(String blank) {
    for (String environment : new String[] {"development", "testing", "production"}) {
      assertThatThrownBy(() -> Parts.keys(directory, environment, blank, null))
          .isInstanceOf(IllegalStateException.class)
          .hasMessage("API_KEY must not be blank");
    }
  }

  @Test
  void productionTakesNoShortKey() {
    assertThatThrownBy(() -> Parts.keys(directory, "production", "only 20 characters!!", null))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("API_KEY must have 32 bytes or more")
        .hasMessageNotContaining("only 20");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "books",
        "books|contracts:read",
        "books|contracts:read|",
        "books||" + HASH,
        "books|contracts:reed|" + HASH,
        "books|contracts:read,payments|" + HASH,
        "books|party|" + HASH,
        "|contracts:read|" + HASH,
        "two words|contracts:read|" + HASH,
        "books|contracts:read|" + HASH + "0",
        "books|contracts:read|a key in plain text",
        "books|contracts:read|" + HASH + "|admin",
        "books|contracts:read|" + HASH + ";books|payments|" + HASH,
        "API_KEY|admin|" + HASH,
        "books|contracts:read|" + HASH + ",till|payments|" + HASH
      })
  void whatCannotBeReadStopsTheStartWithoutBeingShown(String entries) {
    assertThatThrownBy(() -> keys(entries))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith("API_KEYS must be entries separated by semicolons")
        .hasMessageNotContaining(HASH)
        .hasMessageNotContaining("plain text");
  }

  @Test
  void bothFaultsAreNamedAtOnce() {
    assertThatThrownBy(() -> Parts.keys(directory, "production", "short", "books"))
        .hasMessageContaining("API_KEY must have")
        .hasMessageContaining("API_KEYS must be");
  }

  @Test
  void developmentMakesAnAdministratorsKeyAndKeepsIt() throws Exception {
    ConfiguredKeys keys = Parts.keys(directory, "development", null, null);
    String made = Files.readString(directory.resolve("admin-key")).strip();
    assertThat(made).matches("vp_[a-z2-9]{10}_[A-Za-z0-9_-]{43}");
    assertThat(find(keys, made).orElseThrow().scopes()).isEqualTo(Scope.all());
    assertThat(find(Parts.keys(directory, "development", null, null), made)).isPresent();
  }

  @ParameterizedTest
  @ValueSource(strings = {"testing", "production"})
  void noOtherEnvironmentMakesOne(String environment) {
    assertThat(Parts.keys(directory, environment, null, null).hasAdministrator())
        .isFalse();
    assertThat(directory.resolve("admin-key")).doesNotExist();
  }

  private ConfiguredKeys keys(String entries) {
    return Parts.keys(directory, "testing", null, entries);
  }

  private static Optional<KeyGrant> find(ConfiguredKeys keys, String key) {
    return keys.find(Sha256.of(key.getBytes(StandardCharsets.UTF_8)));
  }

  private static String hash(String key) {
    return Sha256.hex(key.getBytes(StandardCharsets.UTF_8));
  }
}
