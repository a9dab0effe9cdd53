package org.voicepact.access.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.voicepact.access.Jwt;
import org.voicepact.access.entity.Caller;
import org.voicepact.access.entity.Credentials;
import org.voicepact.access.entity.Roles;
import org.voicepact.access.entity.Scope;
import org.voicepact.platform.control.Sha256;
import org.voicepact.platform.entity.PhoneNumber;
import org.voicepact.platform.entity.Refusal;

class AuthenticatingTest {

  private static final String KEY = "key of the books";
  private static final Clock CLOCK = Clock.systemUTC();

  @TempDir
  private Path directory;

  private ConfiguredKeys keys;

  @BeforeEach
  void setAKey() {
    keys = Parts.keys(directory, "testing", null, "books|contracts:read|" + hash());
  }

  @Test
  void whoPresentsNothingIsAnonymous() {
    assertThat(authenticate("open").isAnonymous()).isTrue();
    assertThat(authenticate("open").roles())
        .isEqualTo(Set.of(Roles.PROGRESS, Roles.READ, Roles.WRITE));
    assertThat(authenticate("jwt").roles()).isEmpty();
  }

  @Test
  void whoMayReadSeesProgressAndNotesAndWhoMayWriteMaySendAndNote() {
    assertThat(byKey("api-key", KEY).roles())
        .isEqualTo(Set.of(Roles.READ, Roles.PROGRESS, Roles.NOTES_READ, Roles.KEY_HOLDER));
    assertThat(byToken("jwt", new Jwt()).roles())
        .isEqualTo(Set.of(Roles.READ, Roles.PROGRESS, Roles.NOTES_READ));
    assertThat(byToken("jwt", new Jwt().groups("contracts:write")).roles())
        .isEqualTo(Set.of(Roles.WRITE, Roles.SEND, Roles.NOTES_WRITE));
  }

  @Test
  void whereTokensAreAskedAKeyIsGoodForATokenAlone() {
    assertThat(byKey("jwt", KEY).roles()).isEqualTo(Set.of(Roles.KEY_HOLDER));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "key", "KEY OF THE BOOKS", "key of the books.", "\u0000"})
  void aWrongKeyIsForbiddenInEveryMode(String key) {
    for (String mode : List.of("open", "api-key", "jwt", "api-key,jwt")) {
      assertThatThrownBy(() -> byKey(mode, key)).hasMessage("Invalid API key");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Bearer",
        "Bearer ",
        "Basic YTpi",
        "Token a.b.c",
        "a.b.c",
        "Bearer a b",
        "Bearera.b.c"
      })
  void anotherSchemeIsRefused(String authorization) {
    assertThatThrownBy(() -> present("open", List.of(), List.of(authorization)))
        .isInstanceOf(Refusal.class)
        .hasMessageStartingWith("Authorization must be Bearer and a token");
  }

  @Test
  void theNameOfTheSchemeHasNoCase() {
    String token = new Jwt().hs256(Parts.SECRET);
    for (String scheme : List.of("bearer ", "BEARER  ")) {
      assertThat(present("jwt", List.of(), List.of(scheme + token)).id()).isEqualTo("tests");
    }
  }

  @Test
  void severalCredentialsAreNone() {
    String bearer = "Bearer " + new Jwt().hs256(Parts.SECRET);
    for (Credentials several : List.of(
        new Credentials(List.of(KEY), List.of(bearer)),
        new Credentials(List.of(KEY, KEY), List.of()),
        new Credentials(List.of(), List.of(bearer, bearer)))) {
      assertThatThrownBy(() -> in("open").authenticate(several, true))
          .hasMessageStartingWith("One credential at a time");
    }
  }

  @Test
  void whereOnlyKeysCountATokenIsRefused() {
    assertThatThrownBy(() -> byToken("api-key", new Jwt()))
        .hasMessageStartingWith("This server takes no tokens");
  }

  @Test
  void aTokenOpensNoMoreThanItsKey() {
    String id = byKey("open", KEY).id();
    Caller caller = byToken("jwt", new Jwt().claim("key_id", id).groups("contracts:read", "admin"));
    assertThat(caller.kind()).isEqualTo(Caller.Kind.KEY);
    assertThat(caller.id()).isEqualTo(id);
    assertThat(caller.scopes()).isEqualTo(EnumSet.of(Scope.CONTRACTS_READ));
  }

  @Test
  void aTokenEndsWithItsKey() {
    assertThatThrownBy(() -> byToken("jwt", new Jwt().claim("key_id", "books:00000000")))
        .hasMessage("Invalid token");
  }

  @Test
  void scopesMayStandInEitherClaim() {
    Caller caller = byToken(
        "jwt", new Jwt().groups("payments", "unknown").claim("scope", "openid contracts:read"));
    assertThat(caller.scopes()).isEqualTo(EnumSet.of(Scope.PAYMENTS, Scope.CONTRACTS_READ));
    assertThat(byToken("jwt", new Jwt().claim("groups", null)).roles()).isEmpty();
  }

  @Test
  void noTokenMakesAKeyHolderOrAnonymousReader() {
    assertThat(
            byToken("jwt", new Jwt().groups("key-holder", "contracts:progress")).roles())
        .isEmpty();
  }

  @Test
  void claimsOfAnotherTypeAreAWrongToken() {
    for (Jwt odd : List.of(
        new Jwt().claim("groups", 7),
        new Jwt().claim("groups", List.of(1, 2)),
        new Jwt().claim("scope", List.of("contracts:read")),
        new Jwt().claim("key_id", 7),
        new Jwt().groups("party").claim("phone_number", 254712345678L))) {
      assertThatThrownBy(() -> byToken("jwt", odd)).hasMessage("Invalid token");
    }
  }

  @Test
  void aPartyHasItsNumberAndNoScopes() {
    Caller party =
        byToken("jwt", new Jwt().groups("party", "admin").claim("phone_number", "+254712345678"));
    assertThat(party.kind()).isEqualTo(Caller.Kind.PARTY);
    assertThat(party.phone()).isEqualTo(PhoneNumber.of("+254712345678"));
    assertThat(party.roles()).isEqualTo(Set.of(Roles.PARTY));
    assertThat(party.scopes()).isEmpty();
    assertThatThrownBy(() -> byToken("jwt", new Jwt().groups("party"))).hasMessage("Invalid token");
    assertThatThrownBy(
            () -> byToken("jwt", new Jwt().groups("party").claim("phone_number", "0712")))
        .hasMessage("Invalid token");
  }

  @Test
  void theTokenForMetricsOpensThemAloneInEveryMode() {
    for (String mode : List.of("open", "api-key", "jwt")) {
      Caller reader = present(mode, List.of(), List.of("Bearer " + Parts.METRICS_TOKEN));
      assertThat(reader.roles()).containsExactly(Roles.METRICS);
      assertThat(reader.scopes()).isEmpty();
      assertThatThrownBy(
              () -> present(mode, List.of(), List.of("Bearer " + Parts.METRICS_TOKEN + "x")))
          .isInstanceOf(Refusal.class);
      assertThat(authenticate(mode).roles()).doesNotContain(Roles.METRICS);
    }
  }

  private Authenticating in(String mode) {
    return Parts.authenticating(Parts.access(mode, "full"), keys, CLOCK);
  }

  private Caller authenticate(String mode) {
    return present(mode, List.of(), List.of());
  }

  private Caller byKey(String mode, String key) {
    return present(mode, List.of(key), List.of());
  }

  private Caller byToken(String mode, Jwt token) {
    return present(mode, List.of(), List.of("Bearer " + token.hs256(Parts.SECRET)));
  }

  private Caller present(String mode, List<String> apiKeys, List<String> authorizations) {
    return in(mode).authenticate(new Credentials(apiKeys, authorizations), true);
  }

  private static String hash() {
    return Sha256.hex(KEY.getBytes(StandardCharsets.UTF_8));
  }
}
