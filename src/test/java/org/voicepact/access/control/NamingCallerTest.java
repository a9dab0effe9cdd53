package org.voicepact.access.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.voicepact.access.entity.Caller;
import org.voicepact.evidence.entity.Actor;
import org.voicepact.platform.control.Pseudonyms;

class NamingCallerTest {

  private final NamingCaller naming =
      new NamingCaller(new Pseudonyms(Parts.secret(Parts.SECRET), Optional.empty()));

  @Test
  void theSubjectOfATokenDoesNotStandInTheTrail() {
    Actor actor = naming.name(caller(Caller.Kind.TOKEN, "wanjiku@example.org"));

    assertThat(actor.name()).matches("token:[0-9a-f]{32}");
  }

  @Test
  void theSameSubjectHasTheSameNameAndAnotherHasAnother() {
    assertThat(naming.name(caller(Caller.Kind.TOKEN, "wanjiku")))
        .isEqualTo(naming.name(caller(Caller.Kind.TOKEN, "wanjiku")))
        .isNotEqualTo(naming.name(caller(Caller.Kind.TOKEN, "otieno")));
  }

  @Test
  void aKeyIsKnownByItsId() {
    assertThat(naming.name(caller(Caller.Kind.KEY, "k7m2x9q4ab")))
        .isEqualTo(Actor.key("k7m2x9q4ab"));
  }

  @Test
  void anOperatorIsKnownByAnIdThatIsNoName() {
    assertThat(naming.name(caller(Caller.Kind.OPERATOR, "k7m2x9q4ab")))
        .isEqualTo(Actor.operator("k7m2x9q4ab"));
  }

  @Test
  void whoShowsNothingIsAnonymous() {
    assertThat(naming.name(Caller.anonymous(Set.of()))).isEqualTo(Actor.ANONYMOUS);
  }

  private static Caller caller(Caller.Kind kind, String id) {
    return new Caller(kind, id, Set.of(), Set.of(), Optional.empty(), Map.of());
  }
}
