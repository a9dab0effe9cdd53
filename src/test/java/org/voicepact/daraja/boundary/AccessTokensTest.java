package org.voicepact.daraja.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.voicepact.testing.SettableClock;

class AccessTokensTest {

  private static final String FIRST = "SGWcJPtNtYNPGm6uSYR9yPYrAI3Bm";

  private Safaricom safaricom;
  private AccessTokens tokens;

  @BeforeEach
  void start() {
    safaricom = new Safaricom();
    tokens = new AccessTokens(
        Safaricom.settings(safaricom.url()), new SettableClock("2026-11-28T21:30:05Z"));
  }

  @AfterEach
  void stop() {
    safaricom.close();
  }

  @Test
  void manyCallsAtOnceFetchOneToken() throws InterruptedException {
    safaricom.answer(Safaricom.TOKEN, Safaricom.ANSWERS.answer("token").withFixedDelay(500));
    Set<String> seen = ConcurrentHashMap.newKeySet();
    ExecutorService threads = Executors.newFixedThreadPool(8);
    for (int i = 0; i < 8; i++) {
      threads.execute(() -> seen.add(tokens.current()));
    }
    threads.shutdown();

    assertThat(threads.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
    assertThat(seen).containsExactly(FIRST);
    assertThat(safaricom.calls(Safaricom.TOKEN)).hasSize(1);
  }

  @Test
  void aTokenThatHasComeSinceIsNotForgotten() {
    tokens.current();

    tokens.forget("the one before");
    tokens.current();
    assertThat(safaricom.calls(Safaricom.TOKEN)).hasSize(1);

    tokens.forget(FIRST);
    tokens.current();
    assertThat(safaricom.calls(Safaricom.TOKEN)).hasSize(2);
  }
}
