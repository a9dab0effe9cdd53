package org.voicepact.access.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.jwt.Claims;
import org.junit.jupiter.api.Test;
import org.voicepact.access.entity.Caller;
import org.voicepact.access.entity.Scope;

/** The types are those of MicroProfile JWT 2.1, "Additional Claims" and the table of required ones. */
class AuthenticatedCallerTest {

  private static final Instant NOW = Instant.parse("2026-05-01T10:00:00Z");

  private final AuthenticatedCaller caller = new AuthenticatedCaller(
      new Caller(
          Caller.Kind.TOKEN,
          "wanjiku",
          Set.of(Scope.ADMIN),
          Set.of("admin"),
          Optional.empty(),
          Map.of(
              "iss", "voicepact",
              "sub", "wanjiku",
              "aud", List.of("voicepact", "others"),
              "jti", "a-1",
              "iat", Date.from(NOW),
              "exp", Date.from(NOW.plusSeconds(600)),
              "groups", List.of("admin", "unknown"),
              "level", 3L,
              "list", List.of(1L, "two", true),
              "object", Map.of("a", List.of(1L)))),
      () -> null);

  @Test
  void theRegisteredClaimsHaveTheirTypes() {
    assertThat(caller.getName()).isEqualTo("wanjiku");
    assertThat(caller.getIssuer()).isEqualTo("voicepact");
    assertThat(caller.getSubject()).isEqualTo("wanjiku");
    assertThat(caller.getTokenID()).isEqualTo("a-1");
    assertThat(caller.getAudience()).containsExactlyInAnyOrder("voicepact", "others");
    assertThat(caller.getIssuedAtTime()).isEqualTo(NOW.getEpochSecond());
    assertThat(caller.getExpirationTime()).isEqualTo(NOW.getEpochSecond() + 600);
    assertThat(caller.<String>claim(Claims.upn).orElseThrow()).isEqualTo("wanjiku");
  }

  @Test
  void theGroupsAreWhatTheCallerMayDoHere() {
    assertThat(caller.getGroups()).containsExactly("admin");
  }

  @Test
  void otherClaimsAreAsJsonHasThem() {
    assertThat(caller.<Long>getClaim("level")).isEqualTo(3L);
    assertThat(caller.<Object>getClaim("list"))
        .isEqualTo(Json.createArrayBuilder().add(1L).add("two").add(true).build());
    assertThat(caller.<Object>getClaim("object"))
        .isEqualTo(Json.createObjectBuilder()
            .add("a", Json.createArrayBuilder().add(1L))
            .build());
    assertThat(caller.<Object>getClaim("absent")).isNull();
  }

  @Test
  void withoutATokenThereAreANameAndGroups() {
    AuthenticatedCaller anonymous =
        new AuthenticatedCaller(Caller.anonymous(Set.of("contracts:read")), () -> null);
    assertThat(anonymous.getName()).isEqualTo("anonymous");
    assertThat(anonymous.getGroups()).containsExactly("contracts:read");
    assertThat(anonymous.getClaimNames()).containsExactlyInAnyOrder("upn", "groups");
    assertThat(anonymous.getSubject()).isNull();
    assertThat(anonymous.getAudience()).isNull();
    assertThat(anonymous.getExpirationTime()).isZero();
    assertThat(anonymous.getIssuedAtTime()).isZero();
  }
}
