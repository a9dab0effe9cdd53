package org.voicepact.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.voicepact.platform.entity.Json;
import org.voicepact.testing.Answer;
import org.voicepact.testing.Api;
import org.voicepact.testing.PhoneRange;
import org.voicepact.testing.Readme;
import org.voicepact.testing.VoicePactServer;

/** What Prometheus gets, who gets it, and that dashboard and alert rules ask for nothing else. */
class MetricsIT {

  private static final PhoneRange PHONES = new PhoneRange(9300);
  private static final String TOKEN = "r7Gm2_kXq94TzLw-Hc31Vb";
  private static final String ADMIN = "an administrator's key of some length";

  /** A name with its labels, and a value. */
  private static final Pattern SAMPLE = Pattern.compile(
      "[a-zA-Z_:][a-zA-Z0-9_:]*(\\{[a-zA-Z_][a-zA-Z0-9_]*=\"[^\"]*\"(,[a-zA-Z_][a-zA-Z0-9_]*=\"[^\"]*\")*})? -?[0-9.]+(E-?[0-9]+)?");

  private static final Pattern NAME =
      Pattern.compile("\\b(?:voicepact|memory|cpu|gc|thread|threadpool|connectionpool)_[A-Za-z_]+");

  private static VoicePactServer server;
  private static Api api;

  @BeforeAll
  static void start() {
    Map<String, String> settings = new HashMap<>(VoicePactServer.UNLIMITED_SMS);
    settings.put("METRICS_TOKEN", TOKEN);
    settings.put("API_KEY", ADMIN);
    settings.put("PARTY_PROOF", "otp");
    settings.put("RATE_LIMIT_VERIFY", "1/day");
    settings.put("WEBHOOK_TOKEN", "wQ2-x7Lk9_vRt4Zc8Nb1Gh");
    server = VoicePactServer.start("metrics", settings);
    api = Api.documented(server);
    VoicePactServer.await(
        "the figures are read", () -> value("voicepact_figures_age_seconds") >= 0);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void onlyWhoShowsTheTokenOrAnAdministratorsKeyGetsThem() {
    assertThat(api.get("/api/v1/metrics").status()).isEqualTo(401);
    assertThat(
            api.get("/api/v1/metrics", "Authorization", "Bearer " + TOKEN + "x").status())
        .isEqualTo(401);
    assertThat(api.get("/api/v1/metrics", "X-API-Key", ADMIN).status()).isEqualTo(200);
    Answer answer = scrape();
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Content-Type")).startsWith("text/plain").contains("version=0.0.4");
    assertThat(
            api.get("/api/v1/audit/entries", "Authorization", "Bearer " + TOKEN).status())
        .isEqualTo(403);
  }

  @Test
  void whatHappensIsCounted() {
    String seller = PHONES.next();
    String buyer = PHONES.next();
    double made = value("voicepact_contracts_created_total");
    double confirmed = value("voicepact_confirmations_total{channel=\"sms\"}");
    double forged = value("voicepact_webhook_refusals_total{reason=\"token\",route=\"sms\"}");
    double wrongCodes = value("voicepact_code_refusals_total");
    double sent = value("voicepact_message_attempts_total{result=\"accepted\"}");

    String contract = api.newContract(seller, buyer);
    String sms = "/api/v1/sms/webhook/";
    Map<String, String> yes = Map.of("id", contract, "from", seller, "text", "YES-" + contract);
    api.form(sms + "wQ2-x7Lk9_vRt4Zc8Nb1Gh", yes);
    api.form(sms + "wQ2-x7Lk9_vRt4Zc8Nb1Gx", yes);
    api.act(contract, "confirm", buyer);
    api.act(contract, "confirm", buyer, "\"code\": \"not-it\"");
    api.act(contract, "confirm", buyer, "\"code\": \"000000\"");
    api.get("/api/v1/contracts/" + contract + "/certificate.pdf");
    api.get("/api/v1/contracts/" + contract + "/certificate.pdf");

    assertThat(value("voicepact_contracts_created_total")).isEqualTo(made + 1);
    assertThat(value("voicepact_confirmations_total{channel=\"sms\"}")).isEqualTo(confirmed + 1);
    assertThat(value("voicepact_webhook_refusals_total{reason=\"token\",route=\"sms\"}"))
        .isEqualTo(forged + 1);
    assertThat(value("voicepact_code_refusals_total")).isGreaterThan(wrongCodes);
    assertThat(value("voicepact_rate_limit_refusals_total{limit=\"verify\"}")).isPositive();
    assertThat(value("voicepact_http_requests_total{status=\"4xx\"}")).isPositive();
    VoicePactServer.await(
        "the parties are told",
        () -> value("voicepact_message_attempts_total{result=\"accepted\"}") >= sent + 2);
    VoicePactServer.await(
        "the contract is counted", () -> value("voicepact_contracts{status=\"pending\"}") >= 0);
    VoicePactServer.await("nothing waits", () -> value("voicepact_audit_waiting_entries") == 0);
    assertThat(scrape().text()).doesNotContain(seller.substring(1), buyer.substring(1), contract);
  }

  @Test
  void everyLineIsOfTheFormatAndNothingACallerChoseIsInIt() {
    api.get("/api/v1/contracts", "X-Request-Id", "chosen-by-a-caller");
    api.get("/chosen-by-a-caller");

    List<String> lines = scrape().text().lines().toList();

    assertThat(lines)
        .filteredOn(line -> !line.startsWith("# HELP ") && !line.startsWith("# TYPE "))
        .allMatch(line -> SAMPLE.matcher(line).matches());
    assertThat(lines).noneMatch(line -> line.contains("chosen-by-a-caller"));
    assertThat(lines.stream().filter(line -> line.startsWith("# TYPE "))).doesNotHaveDuplicates();
  }

  @Test
  void dashboardAndRulesAskForWhatThereIs() {
    Set<String> there = scrape()
        .text()
        .lines()
        .filter(line -> !line.startsWith("#"))
        .map(line -> line.split("[{ ]")[0])
        .collect(Collectors.toCollection(TreeSet::new));

    assertThat(named(dashboardExpressions())).isNotEmpty().isSubsetOf(there);
    assertThat(named(ruleExpressions())).isNotEmpty().isSubsetOf(there);
    Set<String> ours =
        there.stream().filter(name -> name.startsWith("voicepact_")).collect(Collectors.toSet());
    assertThat(named(dashboardExpressions())).containsAll(ours);
    assertThat(Readme.projectFile("docs/operating.md")).contains(ours);
  }

  private static Set<String> named(Stream<String> expressions) {
    return expressions
        .flatMap(expression -> NAME.matcher(expression).results())
        .map(match -> match.group())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Stream<String> dashboardExpressions() {
    JsonNode dashboard = Json.read(Readme.projectFile("deploy/grafana-dashboard.json"));
    return dashboard.findValuesAsText("expr").stream();
  }

  private static Stream<String> ruleExpressions() {
    Map<?, ?> rules = yaml("deploy/prometheus-alerts.yml");
    return ((List<?>) rules.get("groups"))
        .stream()
            .flatMap(group -> ((List<?>) ((Map<?, ?>) group).get("rules")).stream())
            .map(rule -> (String) ((Map<?, ?>) rule).get("expr"));
  }

  @Test
  void theExampleOfPrometheusNamesTheRulesAndTheJobThatTheyAreFor() {
    Map<?, ?> example = yaml("deploy/prometheus.yml");

    assertThat(example.get("rule_files")).isEqualTo(List.of("prometheus-alerts.yml"));
    assertThat(((List<?>) example.get("scrape_configs"))).singleElement().satisfies(job -> {
      assertThat(((Map<?, ?>) job).get("job_name")).isEqualTo("voicepact");
      assertThat(((Map<?, ?>) job).get("metrics_path")).isEqualTo("/api/v1/metrics");
    });
  }

  private static Map<?, ?> yaml(String file) {
    return (Map<?, ?>)
        new Load(LoadSettings.builder().build()).loadFromString(Readme.projectFile(file));
  }

  private static Answer scrape() {
    return api.get("/api/v1/metrics", "Authorization", "Bearer " + TOKEN);
  }

  /** Of one sample, with its labels; below 0 where there is none. */
  private static double value(String sample) {
    return scrape()
        .text()
        .lines()
        .filter(line -> line.startsWith(sample + " "))
        .map(line -> Double.parseDouble(line.substring(sample.length() + 1)))
        .findFirst()
        .orElse(-1.0);
  }
}
