package org.voicepact.platform.entity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseAddressTest {

  @ParameterizedTest
  @CsvSource({
    "postgresql://db.example.org/pact, jdbc:postgresql://db.example.org/pact,,",
    "postgres://ann:s3cret@db:5433/pact, jdbc:postgresql://db:5433/pact, ann, s3cret",
    "postgresql://ann@db/pact?sslmode=require, jdbc:postgresql://db/pact?sslmode=require, ann,",
    "postgresql://a%40b:p%2Fq%3A%25+r@db/pact, jdbc:postgresql://db/pact, a@b, p/q:%+r",
    "postgresql://ann:p@ss@db/pact, jdbc:postgresql://db/pact, ann, p@ss",
    "'postgresql://ann:x@one:1,two:2/pact?a=b', 'jdbc:postgresql://one:1,two:2/pact?a=b', ann, x",
    "postgresql://ann:x@[::1]:5432/pact, jdbc:postgresql://[::1]:5432/pact, ann, x",
    "jdbc:postgresql://db/pact?user=ann&ssl=true&password=p%26q, jdbc:postgresql://db/pact?ssl=true, ann, p&q",
  })
  void readsPostgresqlInItsForms(String url, String jdbcUrl, String user, String password) {
    DatabaseAddress address = DatabaseAddress.parse(url);
    assertThat(address.kind()).isEqualTo(DatabaseAddress.Kind.POSTGRESQL);
    assertThat(address.jdbcUrl()).isEqualTo(jdbcUrl);
    assertThat(address.user()).isEqualTo(Optional.ofNullable(user));
    assertThat(address.password()).isEqualTo(Optional.ofNullable(password));
  }

  @Test
  void readsAFileOfH2() {
    DatabaseAddress address = DatabaseAddress.parse("jdbc:h2:file:/srv/data/voicepact");
    assertThat(address.kind()).isEqualTo(DatabaseAddress.Kind.H2);
    assertThat(address.jdbcUrl()).isEqualTo("jdbc:h2:file:/srv/data/voicepact");
    assertThat(address.user()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "secret",
        "jdbc:mysql://secret/pact",
        "jdbc:h2:file:",
        "jdbc:h2:mem:secret",
        "postgresql://",
        "postgresql://secret",
        "postgresql://secret/",
        "postgresql:///secret",
        "postgresql://ann:secret@/pact",
        "postgresql://ann:%zzsecret@db/pact",
        "jdbc:postgresql:secret",
      })
  void refusesOthersWithoutRepeatingThem(String url) {
    assertThatThrownBy(() -> DatabaseAddress.parse(url))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining("secret")
        .hasMessageMatching("(must|has) .+");
  }

  @Test
  void doesNotShowThePassword() {
    assertThat(DatabaseAddress.parse("postgresql://ann:hidden@db/pact").toString())
        .doesNotContain("hidden");
  }
}
