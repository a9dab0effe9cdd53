import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Calls the SMS webhook at a steady rate, whether it answers or not, and then as fast as it answers. Each call's time
 * runs from when it was due. Arguments: the server's address, its process id, calls a second, seconds.
 */
class SmsWebhookRate {

  private static final int CONNECTIONS = 16;
  private static final int MOST_WARM_UPS = 8;
  private static final Duration LONGEST_REST = Duration.ofMinutes(5);

  // The server ends connections that are idle for 30 seconds; a request must not go out on one at that moment.
  static {
    System.setProperty("jdk.httpclient.keepalive.timeout", "10");
  }

  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private final String api;
  private final ProcessHandle process;
  private final AtomicInteger numbers = new AtomicInteger();
  private final AtomicInteger errors = new AtomicInteger();

  SmsWebhookRate(String server, long process) {
    this.api = server + "/api/v1/";
    this.process = ProcessHandle.of(process).orElseThrow();
  }

  public static void main(String[] arguments) throws Exception {
    SmsWebhookRate bench = new SmsWebhookRate(arguments[0], Long.parseLong(arguments[1]));
    int rate = Integer.parseInt(arguments[2]);
    int calls = rate * Integer.parseInt(arguments[3]);
    bench.warmUp(calls);
    List<Map<String, String>> steady = bench.messages(calls);
    bench.settle();
    bench.steady(rate, steady);
    List<Map<String, String>> fast = bench.messages(calls);
    bench.settle();
    bench.fast("limit", fast);
  }

  /** Until a call costs hardly less than in the round before: by then the compiler has done most of its work. */
  private void warmUp(int calls) throws Exception {
    double before;
    double cost = Double.MAX_VALUE;
    int rounds = 0;
    do {
      before = cost;
      cost = fast("warm-up", messages(calls));
      rounds++;
    } while (cost < before * 0.9 && rounds < MOST_WARM_UPS);
  }

  /**
   * Waits until the server has done what calls before have left to it: messages that leave, the log, the compiler. It
   * is at rest when it has used less than a tenth of one processor for three seconds.
   */
  private void settle() throws InterruptedException {
    long start = System.nanoTime();
    int quiet = 0;
    while (quiet < 3 && System.nanoTime() - start < LONGEST_REST.toNanos()) {
      Duration used = cpu();
      Thread.sleep(1000);
      quiet = cpu().minus(used).toMillis() < 100 ? quiet + 1 : 0;
    }
    System.out.printf("at rest after %d s%n", (System.nanoTime() - start) / 1_000_000_000L);
  }

  /** Six for each contract, mixed: both parties confirm, twice, and ask how far it is. */
  private List<Map<String, String>> messages(int calls) throws Exception {
    int contracts = (calls + 5) / 6;
    List<Map<String, String>> messages =
        Collections.synchronizedList(new ArrayList<>());
    run(IntStream.range(0, contracts)
        .<Call>mapToObj(i -> () -> messages.addAll(aboutNewContract()))
        .toList());
    List<Map<String, String>> mixed = new ArrayList<>(messages.subList(0, calls));
    Collections.shuffle(mixed, new Random(1));
    return mixed;
  }

  private List<Map<String, String>> aboutNewContract() throws Exception {
    String seller = number();
    String buyer = number();
    String body = """
        {"product": "Maize", "total_amount": 350000, "parties": [
          {"role": "seller", "phone_number": "%s"}, {"role": "buyer", "phone_number": "%s"}]}
        """.formatted(seller, buyer);
    HttpResponse<String> made = CLIENT.send(
        HttpRequest.newBuilder(URI.create(api + "contracts/create/manual"))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build(),
        HttpResponse.BodyHandlers.ofString());
    if (made.statusCode() != 201) {
      throw new IOException(made.statusCode() + " " + made.body());
    }
    String id = made.body().replaceAll("(?s).*\"contract_id\":\"([^\"]+)\".*", "$1");
    List<Map<String, String>> messages = new ArrayList<>();
    for (String phone : List.of(seller, buyer)) {
      for (String text : List.of("YES-" + id, "yes " + id, "STATUS-" + id)) {
        messages.add(Map.of("from", phone, "text", text, "id", phone + text, "to", "21512"));
      }
    }
    return messages;
  }

  private String number() {
    return String.format("+25470%07d", numbers.incrementAndGet());
  }

  private void steady(int rate, List<Map<String, String>> messages) throws Exception {
    errors.set(0);
    long[] nanos = new long[messages.size()];
    CountDownLatch answered = new CountDownLatch(messages.size());
    Duration used = cpu();
    long start = System.nanoTime();
    for (int i = 0; i < messages.size(); i++) {
      long due = start + i * 1_000_000_000L / rate;
      while (System.nanoTime() < due) {
        LockSupport.parkNanos(due - System.nanoTime());
      }
      int call = i;
      CLIENT.sendAsync(request(messages.get(i)), HttpResponse.BodyHandlers.discarding())
          .whenComplete((answer, failure) -> {
            nanos[call] = System.nanoTime() - due;
            if (failure != null || answer.statusCode() != 200) {
              errors.incrementAndGet();
            }
            answered.countDown();
          });
    }
    answered.await();
    print("steady, " + rate + "/s", nanos, System.nanoTime() - start, used);
  }

  /** The processor time of a call, in milliseconds. */
  private double fast(String name, List<Map<String, String>> messages) throws Exception {
    errors.set(0);
    long[] nanos = new long[messages.size()];
    Duration used = cpu();
    long start = System.nanoTime();
    run(IntStream.range(0, messages.size())
        .<Call>mapToObj(i -> () -> {
          long begun = System.nanoTime();
          int status = CLIENT
              .send(request(messages.get(i)), HttpResponse.BodyHandlers.discarding())
              .statusCode();
          nanos[i] = System.nanoTime() - begun;
          if (status != 200) {
            errors.incrementAndGet();
          }
        })
        .toList());
    return print(name + ", " + CONNECTIONS + " connections", nanos, System.nanoTime() - start, used);
  }

  /** What the server has used of the processors; machines that are busy with other things change it less than times. */
  private Duration cpu() {
    return process.info().totalCpuDuration().orElseThrow();
  }

  private double print(String name, long[] nanos, long took, Duration used) {
    double cost = cpu().minus(used).toNanos() / 1e6 / nanos.length;
    long[] sorted = nanos.clone();
    Arrays.sort(sorted);
    System.out.printf(
        "%-24s %6d calls %8.1f/s  p50 %6.1f  p90 %6.1f  p99 %6.1f  max %7.1f ms  CPU a call %5.2f ms  errors %d%n",
        name,
        sorted.length,
        sorted.length * 1e9 / took,
        at(sorted, 0.50),
        at(sorted, 0.90),
        at(sorted, 0.99),
        at(sorted, 1),
        cost,
        errors.get());
    return cost;
  }

  private static double at(long[] sorted, double part) {
    return sorted[Math.max(0, (int) Math.ceil(sorted.length * part) - 1)] / 1e6;
  }

  private HttpRequest request(Map<String, String> message) {
    String form = message.entrySet().stream()
        .map(field -> field.getKey() + "="
            + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
    return HttpRequest.newBuilder(URI.create(api + "sms/webhook"))
        .header("Content-Type", "application/x-www-form-urlencoded")
        .POST(HttpRequest.BodyPublishers.ofString(form))
        .build();
  }

  private interface Call {
    void run() throws Exception;
  }

  private static void run(List<Call> calls) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(CONNECTIONS);
    try {
      for (var done : threads.invokeAll(calls.stream()
          .<Callable<Void>>map(call -> () -> {
            call.run();
            return null;
          })
          .toList())) {
        done.get();
      }
    } finally {
      threads.shutdownNow();
    }
  }
}
