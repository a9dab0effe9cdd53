package org.voicepact.payment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.voicepact.platform.entity.Json;
import org.voicepact.testing.Answer;
import org.voicepact.testing.Api;

/**
 * The payments of Africa's Talking on loopback, where everybody agrees at once: what it is told it does, and tells of it
 * by a notice that it repeats until it is taken. Its shapes are those of {@code africastalking/payments.json}.
 */
final class PaymentStandIn implements AutoCloseable {

  /** Where in a call of one contract's something shall happen. */
  enum Moment {
    CHECKOUT_ARRIVED("/mobile/checkout/request", "MobileCheckout"),
    CHECKOUT_ANSWERED("/mobile/checkout/request", "MobileCheckout"),
    CHECKOUT_NOTICED("", "MobileCheckout"),
    CHECKOUT_ASKED("/query/transaction/find", "MobileCheckout"),
    PAYOUT_ARRIVED("/mobile/b2c/request", "MobileB2C"),
    PAYOUT_ANSWERED("/mobile/b2c/request", "MobileB2C"),
    PAYOUT_NOTICED("", "MobileB2C"),
    PAYOUT_ASKED("/query/transaction/find", "MobileB2C");

    private final String path;
    private final String category;

    Moment(String path, String category) {
      this.path = path;
      this.category = category;
    }
  }

  /** Nobody types a PIN faster than that. */
  private static final Duration PIN_TIME = Duration.ofSeconds(1);

  private record Plan(Moment moment, String contract, Runnable act) {}

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Map<String, ObjectNode> transactions = new ConcurrentHashMap<>();
  private final AtomicReference<Plan> plan = new AtomicReference<>();
  private volatile Api receiver;

  PaymentStandIn() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(threads);
    server.createContext(Moment.CHECKOUT_ARRIVED.path, this::checkout);
    server.createContext(Moment.PAYOUT_ARRIVED.path, this::payOut);
    server.createContext(Moment.CHECKOUT_ASKED.path, this::find);
    server.start();
  }

  URI address() {
    return URI.create("http://localhost:" + server.getAddress().getPort() + "/");
  }

  /** Where notices go. */
  void tells(Api api) {
    receiver = api;
  }

  /** Lets something happen once, at a moment of the payment of one contract. */
  void plan(Moment moment, String contract, Runnable act) {
    plan.set(new Plan(moment, contract, act));
  }

  /** All that was told of a contract. */
  Collection<ObjectNode> transactionsOf(String contract) {
    return transactions.values().stream()
        .filter(each -> contract.equals(contractOf(each)))
        .toList();
  }

  private static String contractOf(JsonNode transaction) {
    return transaction.path("requestMetadata").path("contract").asText();
  }

  private void checkout(HttpExchange exchange) throws IOException {
    JsonNode request = Json.mapper().readTree(exchange.getRequestBody());
    ObjectNode transaction = transaction(request, "MobileCheckout", "source");
    happens(Moment.CHECKOUT_ARRIVED, transaction);
    answer(
        exchange,
        201,
        "{\"status\": \"PendingConfirmation\", \"transactionId\": \"%s\"}"
            .formatted(transaction.path("transactionId").asText()));
    happens(Moment.CHECKOUT_ANSWERED, transaction);
    threads.execute(() -> tell(transaction, Moment.CHECKOUT_NOTICED));
  }

  private void payOut(HttpExchange exchange) throws IOException {
    JsonNode request = Json.mapper().readTree(exchange.getRequestBody());
    ObjectNode transaction =
        transaction(request.path("recipients").get(0), "MobileB2C", "destination");
    happens(Moment.PAYOUT_ARRIVED, transaction);
    answer(
        exchange,
        200,
        "{\"numQueued\": 1, \"entries\": [{\"status\": \"Queued\", \"transactionId\": \"%s\"}]}"
            .formatted(transaction.path("transactionId").asText()));
    happens(Moment.PAYOUT_ANSWERED, transaction);
    threads.execute(() -> tell(transaction, Moment.PAYOUT_NOTICED));
  }

  private void find(HttpExchange exchange) throws IOException {
    String id = exchange.getRequestURI().getQuery().replaceFirst(".*transactionId=([^&]*).*", "$1");
    ObjectNode transaction = transactions.get(id);
    happens(
        transaction.path("category").asText().equals("MobileB2C")
            ? Moment.PAYOUT_ASKED
            : Moment.CHECKOUT_ASKED,
        transaction);
    ObjectNode found = Json.mapper().createObjectNode().put("status", "Success");
    found.set("data", transaction);
    answer(exchange, 200, Json.write(found));
  }

  private ObjectNode transaction(JsonNode money, String category, String person) {
    String id = "ATPid_" + (transactions.size() + 1) + "_" + System.nanoTime();
    ObjectNode transaction = Json.mapper()
        .createObjectNode()
        .put("transactionId", id)
        .put("category", category)
        .put("status", "Success")
        .put("providerRefId", "R" + id)
        .put(
            "value",
            money.path("currencyCode").asText() + " " + money.path("amount").asText())
        .put(person, money.path("phoneNumber").asText());
    transaction.set("requestMetadata", money.path("metadata"));
    transactions.put(id, transaction);
    return transaction;
  }

  private void happens(Moment moment, JsonNode transaction) {
    Plan due = plan.get();
    if (due != null
        && due.moment == moment
        && due.contract.equals(contractOf(transaction))
        && plan.compareAndSet(due, null)) {
      due.act.run();
    }
  }

  private void tell(JsonNode transaction, Moment taken) {
    LockSupport.parkNanos(PIN_TIME.toNanos());
    while (!threads.isShutdown()) {
      try {
        Answer answer =
            receiver.post("/api/v1/payments/webhook/" + Purse.TOKEN, Json.write(transaction));
        if (answer.status() == 200) {
          happens(taken, transaction);
          return;
        }
      } catch (UncheckedIOException | IllegalStateException away) {
        // The server was killed; the notice is repeated until it is back.
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(200));
    }
  }

  /** A client that has died gets no answer, and nobody minds. */
  private static void answer(HttpExchange exchange, int status, String body) {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    try (exchange) {
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(status, bytes.length);
      exchange.getResponseBody().write(bytes);
    } catch (IOException gone) {
      exchange.close();
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
    server.stop(0);
  }
}
