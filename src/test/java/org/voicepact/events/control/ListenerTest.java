package org.voicepact.events.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.voicepact.access.entity.AccessRefusal;
import org.voicepact.access.entity.Caller;
import org.voicepact.access.entity.Roles;
import org.voicepact.events.entity.LiveEvent;
import org.voicepact.events.entity.LiveEvent.Type;
import org.voicepact.evidence.entity.Channel;
import org.voicepact.platform.entity.PhoneNumber;

/** One who listens, over a line that takes what the test lets it take. */
class ListenerTest {

  private static final Instant NOW = Instant.parse("2026-11-25T09:00:00Z");
  private static final PhoneNumber SELLER = new PhoneNumber("+254712345678");
  private static final PhoneNumber STRANGER = new PhoneNumber("+254722000111");

  private final TakingLine line = new TakingLine();

  private static final class TakingLine implements Line {

    private final List<Long> sent = new ArrayList<>();
    private CompletionStage<?> taking = CompletableFuture.completedFuture(null);
    private boolean closed;

    @Override
    public CompletionStage<?> send(LiveEvent event) {
      sent.add(event.id());
      return taking;
    }

    @Override
    public CompletionStage<?> beat() {
      return taking;
    }

    @Override
    public boolean isClosed() {
      return closed;
    }

    @Override
    public void close() {
      closed = true;
    }
  }

  private static Caller caller(Optional<PhoneNumber> phone, String... roles) {
    return new Caller(Caller.Kind.KEY, "someone", Set.of(), Set.of(roles), phone, Map.of());
  }

  private Listener listener(Caller caller, Supplier<Caller> again) {
    Listener listener = new Listener(line, caller, again, 0, Runnable::run, NOW);
    listener.begin();
    return listener;
  }

  private Listener listener(Caller caller) {
    return listener(caller, () -> caller);
  }

  private static LiveEvent event(long id, Type type) {
    return new LiveEvent(
        id,
        type,
        "any",
        "AG-2026-000001",
        Optional.empty(),
        "active",
        NOW,
        Channel.SMS,
        Set.of(SELLER));
  }

  private static ReadingEvents.Part part(LiveEvent... events) {
    return new ReadingEvents.Part(List.of(events), events[events.length - 1].id(), true);
  }

  private static final ReadingEvents.Part BOTH =
      part(event(3, Type.CONTRACT_UPDATE), event(5, Type.PAYMENT_UPDATE));

  @Test
  void eachIsToldWhatItMaySee() {
    listener(caller(Optional.empty(), Roles.READ)).tell(BOTH);
    assertThat(line.sent).containsExactly(3L, 5L);
    line.sent.clear();
    listener(caller(Optional.empty(), Roles.PAYMENTS)).tell(BOTH);
    assertThat(line.sent).containsExactly(5L);
    line.sent.clear();
    listener(caller(Optional.of(SELLER), Roles.PARTY)).tell(BOTH);
    assertThat(line.sent).containsExactly(3L, 5L);
    line.sent.clear();
    listener(caller(Optional.of(STRANGER), Roles.PARTY)).tell(BOTH);
    assertThat(line.sent).isEmpty();
  }

  @Test
  void whoMaySeeTheProgressIsToldOfWhatItFollows() {
    Listener listener = listener(caller(Optional.empty(), Roles.PROGRESS));
    listener.tell(part(event(3, Type.CONTRACT_UPDATE)));
    assertThat(line.sent).isEmpty();
    listener.follow("AG-2026-000001");
    listener.tell(part(event(4, Type.CONTRACT_UPDATE), event(5, Type.PAYMENT_UPDATE)));
    assertThat(line.sent).containsExactly(4L);
  }

  @Test
  void nothingIsToldTwice() {
    Listener listener = listener(caller(Optional.empty(), Roles.READ));
    listener.tell(BOTH);
    listener.tell(part(event(5, Type.CONTRACT_UPDATE), event(6, Type.CONTRACT_UPDATE)));
    assertThat(line.sent).containsExactly(3L, 5L, 6L);
    assertThat(listener.place()).isEqualTo(6);
  }

  @Test
  void oneThingIsSentAfterTheOther() {
    CompletableFuture<Void> slow = new CompletableFuture<>();
    line.taking = slow;
    Listener listener = listener(caller(Optional.empty(), Roles.READ));
    listener.tell(BOTH);
    assertThat(line.sent).containsExactly(3L);
    slow.complete(null);
    assertThat(line.sent).containsExactly(3L, 5L);
  }

  @Test
  void whoTakesNothingIsStuckAndGivenNoMore() {
    line.taking = new CompletableFuture<>();
    Listener listener = listener(caller(Optional.empty(), Roles.READ));
    for (long id = 1; id <= 101; id++) {
      listener.tell(part(event(id, Type.CONTRACT_UPDATE)));
    }
    assertThat(listener.hasRoom()).isFalse();
    assertThat(listener.isStuck(NOW.plusSeconds(30))).isFalse();
    assertThat(listener.isStuck(NOW.plusSeconds(31))).isTrue();
  }

  @Test
  void whoIsIdleIsNotStuck() {
    Listener listener = listener(caller(Optional.empty(), Roles.READ));
    listener.tell(BOTH);
    assertThat(listener.isStuck(NOW.plusSeconds(3600))).isFalse();
  }

  @Test
  void aCredentialThatCountsNoLongerEndsTheConnection() {
    Caller reader = caller(Optional.empty(), Roles.READ);
    Listener listener = listener(reader, () -> {
      throw AccessRefusal.invalidKey();
    });
    listener.checkCredential();
    assertThat(line.closed).isTrue();
  }

  @Test
  void fewerRolesAreFewerEvents() {
    Listener listener = listener(
        caller(Optional.empty(), Roles.READ), () -> caller(Optional.empty(), Roles.PAYMENTS));
    listener.checkCredential();
    listener.tell(BOTH);
    assertThat(line.closed).isFalse();
    assertThat(line.sent).containsExactly(5L);
  }

  @Test
  void aLineThatBreaksIsClosed() {
    line.taking = CompletableFuture.failedFuture(new IllegalStateException("gone"));
    listener(caller(Optional.empty(), Roles.READ)).tell(BOTH);
    assertThat(line.closed).isTrue();
  }
}
