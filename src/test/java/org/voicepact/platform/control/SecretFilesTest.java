package org.voicepact.platform.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretFilesTest {

  @TempDir
  private Path directory;

  @Test
  void aFileGivesItsContentWithoutBlanksAtItsEnds() throws IOException {
    SecretFiles files = files("SECRET_KEY", " line one\nline two \r\n");

    assertThat(files.getValue("SECRET_KEY")).isEqualTo("line one\nline two");
    assertThat(files.getPropertyNames()).containsExactly("SECRET_KEY");
    assertThat(files.getOrdinal()).isGreaterThan(300);
    assertThat(files.faults()).isEmpty();
  }

  @Test
  void everySecretMayComeFromAFile() throws IOException {
    for (String name : SecretSettings.NAMES) {
      assertThat(files(name, "x").getValue(name)).isEqualTo("x");
    }
  }

  @Test
  void nothingElseMay() throws IOException {
    assertThat(files("ENVIRONMENT", "production").getPropertyNames()).isEmpty();
  }

  @Test
  void aFileThatIsNotSetIsNoFault() {
    SecretFiles files = new SecretFiles(Map.of("SECRET_KEY_FILE", " "));

    assertThat(files.getPropertyNames()).isEmpty();
    assertThat(files.faults()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  \n"})
  void anEmptyFileIsRefused(String content) throws IOException {
    assertRefused(files("API_KEY", content), "API_KEY_FILE must not name an empty file");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/nowhere/at-all", ".", "a\0b"})
  void aFileThatCannotBeReadIsRefused(String path) {
    assertRefused(
        new SecretFiles(Map.of("PASSWORD_SALT_FILE", path)),
        "PASSWORD_SALT_FILE must name a file that the server can read as UTF-8");
  }

  @Test
  void aFileThatIsNotUtf8IsRefused() throws IOException {
    Path file = Files.write(
        directory.resolve("latin"), "geheim\u00fc".getBytes(StandardCharsets.ISO_8859_1));
    assertRefused(
        new SecretFiles(Map.of("SECRET_KEY_FILE", file.toString())),
        "SECRET_KEY_FILE must name a file that the server can read as UTF-8");
  }

  @Test
  void aSecretThatIsSetTwiceIsRefused() throws IOException {
    SecretFiles files = files("SECRET_KEY", "from the file");

    assertThatThrownBy(() -> new SecretFilesCheck(List.of(files, source("SECRET_KEY", "x")), files))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("SECRET_KEY must not be set beside SECRET_KEY_FILE");
  }

  @Test
  void aSecretThatIsSetToNothingIsNotSet() throws IOException {
    SecretFiles files = files("SECRET_KEY", "from the file");

    assertThatCode(() -> new SecretFilesCheck(
            List.of(files, source("SECRET_KEY", ""), source("API_KEY", "x")), files))
        .doesNotThrowAnyException();
  }

  private void assertRefused(SecretFiles files, String message) {
    assertThat(files.getPropertyNames()).isEmpty();
    assertThatThrownBy(() -> new SecretFilesCheck(List.of(files), files))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(message);
  }

  private SecretFiles files(String setting, String content) throws IOException {
    Path file = Files.writeString(directory.resolve(setting), content);
    return new SecretFiles(Map.of(setting + "_FILE", file.toString()));
  }

  private static ConfigSource source(String name, String value) {
    Map<String, String> values = new HashMap<>(Map.of(name, value));
    return new ConfigSource() {
      @Override
      public Set<String> getPropertyNames() {
        return values.keySet();
      }

      @Override
      public String getValue(String name) {
        return values.get(name);
      }

      @Override
      public String getName() {
        return "another source";
      }
    };
  }
}
