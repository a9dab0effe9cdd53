package org.voicepact.access.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScopeTest {

  @Test
  void aListIsReadAsItIsWritten() {
    assertThat(Scope.join(Scope.all())).isEqualTo("contracts:read contracts:write payments admin");
    assertThat(Scope.parse(Scope.join(Scope.all()))).contains(Scope.all());
    assertThat(Scope.parse("  admin   payments admin\t"))
        .contains(EnumSet.of(Scope.PAYMENTS, Scope.ADMIN));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", " ", "contracts", "admin,payments", "admin nobody", "party", "key-holder"})
  void oneUnknownNameSpoilsTheList(String list) {
    assertThat(Scope.parse(list)).isEmpty();
  }

  @Test
  void namesThatAreNoScopesArePassedOver() {
    assertThat(Scope.among(List.of("offline_access", "admin", "party")))
        .isEqualTo(EnumSet.of(Scope.ADMIN));
    assertThat(Scope.among(List.of())).isEmpty();
  }
}
