package org.voicepact.access.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.voicepact.access.entity.OperatorRole;
import org.voicepact.platform.control.Environment;

class OidcSettingsTest {

  private static final String ISSUER = "https://login.example.org/realms/field";

  private static OidcSettings settings(String issuer, String id, String claim, String roles) {
    return new OidcSettings(
        Optional.ofNullable(issuer),
        Optional.ofNullable(id),
        Optional.of("a secret"),
        claim,
        Optional.ofNullable(roles),
        new Environment("production"));
  }

  @Test
  void theHighestRoleCounts() {
    OidcSettings settings = settings(ISSUER, "us", "groups", "admin=it, officer=field,viewer=it");
    assertThat(settings.role(Map.of("groups", List.of("field", "it"))))
        .contains(OperatorRole.ADMIN);
    assertThat(settings.role(Map.of("groups", List.of("field")))).contains(OperatorRole.OFFICER);
    assertThat(settings.role(Map.of("groups", "mediator"))).contains(OperatorRole.MEDIATOR);
  }

  @Test
  void whatGivesNoRoleGivesNone() {
    OidcSettings settings = settings(ISSUER, "us", "a.roles", "admin=it");
    assertThat(settings.role(Map.of("a", Map.of("roles", List.of("it")))))
        .contains(OperatorRole.ADMIN);
    for (Map<String, Object> claims : List.<Map<String, Object>>of(
        Map.of(),
        Map.of("a", "it"),
        Map.of("a", List.of("it")),
        Map.of("a", Map.of("roles", List.of("admin", 7))),
        Map.of("roles", List.of("it")))) {
      assertThat(settings.role(claims)).as(claims.toString()).isEmpty();
    }
  }

  @Test
  void whatDoesNotGoTogetherIsRefused() {
    assertThatThrownBy(() -> settings(ISSUER, null, "groups", null))
        .hasMessage("OIDC_ISSUER, OIDC_CLIENT_ID and OIDC_CLIENT_SECRET must be set together");
    assertThatThrownBy(() -> settings("http://login.example.org", "us", "groups", null))
        .hasMessageContaining("OIDC_ISSUER must be the https address");
    for (String roles : List.of("king=it", "admin", "admin=", "admin=it,,officer=field")) {
      assertThatThrownBy(() -> settings(ISSUER, "us", "groups", roles))
          .hasMessageContaining("OIDC_ROLES must be entries");
    }
  }
}
