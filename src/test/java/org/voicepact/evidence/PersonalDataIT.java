package org.voicepact.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.voicepact.evidence.PersonalTraces.BUYER;
import static org.voicepact.evidence.PersonalTraces.SELLER;
import static org.voicepact.evidence.PersonalTraces.STRANGER;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.voicepact.platform.entity.PersonalColumns;
import org.voicepact.testing.Administrator;
import org.voicepact.testing.Answer;
import org.voicepact.testing.Api;
import org.voicepact.testing.DatabaseDump;
import org.voicepact.testing.DatabaseDump.Row;
import org.voicepact.testing.VoicePactServer;

/**
 * Contracts are filled with personal data wherever some can be, and erased. Then nothing of it is found in any table,
 * file or answer, and all evidence is what it was, byte for byte.
 */
class PersonalDataIT {

  private static final Set<String> COLUMNS = PersonalColumns.ERASED.keySet();

  /** Without the ids of requests, which entries about no contract keep; that of a request about one is among the words. */
  private static final Set<String> OF_PEOPLE = COLUMNS.stream()
      .filter(column -> !column.endsWith(".request_id"))
      .collect(Collectors.toSet());

  private static final String LIST = "/api/v1/contracts";
  private static final String LIST_OF_SELLER = LIST + "?phone_number=" + Api.encoded(SELLER);

  private static VoicePactServer server;
  private static Api api;
  private static PersonalTraces traces;
  private static Map<String, Answer> answersBefore;
  private static Map<String, Answer> answers;
  private static DatabaseDump before;
  private static DatabaseDump after;

  @BeforeAll
  static void fillAndErase() throws IOException {
    server = VoicePactServer.start(
        "personal-data",
        Map.of("PARTY_PROOF", "otp", "SMS_UNASKED_LIMIT", "off", "RATE_LIMIT_OTP", "off"));
    api = Api.documented(server);
    traces = new PersonalTraces(server, api);
    traces.leave();
    answersBefore = answers();
    server.stop();
    before = DatabaseDump.of(server);
    server.launch();
    server.awaitReady();
    erase();
    answers = answers();
    // A server that stops in order tidies up some of what this test is about.
    server.kill();
    after = DatabaseDump.of(server);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static void erase() {
    for (String id : List.of(traces.id(), traces.disputed())) {
      Answer erased =
          api.send(api.request(LIST + "/" + id + "/personal-data", Administrator.of(server))
              .DELETE());
      assertThat(erased.status()).as(erased.text()).isEqualTo(204);
    }
  }

  private static String path(String rest) {
    return LIST + "/" + traces.id() + rest;
  }

  private static Map<String, Answer> answers() {
    Map<String, Answer> answers = new LinkedHashMap<>();
    Stream.of(
            path(""),
            path("?phone_number=" + Api.encoded(SELLER)),
            path("/status"),
            path("/status?phone_number=" + Api.encoded(BUYER)),
            path("/versions"),
            path("/canonical"),
            path("/signatures"),
            path("/disclosure?phone_number=" + Api.encoded(SELLER)),
            LIST + "/" + traces.disputed(),
            LIST,
            LIST_OF_SELLER)
        .forEach(path -> answers.put(path, api.get(path)));
    return answers;
  }

  /** The rows that belong to the parties, and the evidence. */
  private static Stream<Row> rows(DatabaseDump dump) {
    return dump.rows().filter(row -> !row.holds(STRANGER));
  }

  private static List<Row> strangers(DatabaseDump dump) {
    return dump.rows().filter(row -> row.holds(STRANGER)).toList();
  }

  /** What stood in the columns with personal data, but for answers that a stranger gets in the same words. */
  private static Set<String> stored() {
    Set<String> stored = DatabaseDump.values(rows(before), OF_PEOPLE);
    stored.removeAll(DatabaseDump.values(strangers(before).stream(), OF_PEOPLE));
    return stored;
  }

  private static List<String> said() {
    return Stream.of(PersonalTraces.words(), PersonalTraces.numbers(), traces.keys())
        .flatMap(List::stream)
        .toList();
  }

  @Test
  void everyColumnThatCanHoldPersonalDataHeldSome() {
    assertThat(COLUMNS)
        // A code leaves the outbox within moments; SendingTest shows that none outlasts its
        // message. An entry waits for its place for less than a second.
        .filteredOn(column ->
            !Set.of("outbound_message.sealed_code", "audit_waiting.request_id").contains(column))
        // EscrowIT erases a contract that money went into.
        .filteredOn(column -> !column.matches("(money_order|pay[a-z_]+|simulated_prompt)\\..*"))
        .allSatisfy(column ->
            assertThat(DatabaseDump.values(rows(before), Set.of(column))).isNotEmpty());
    assertThat(traces.keys()).hasSize(3);
    assertThat(Stream.of(PersonalTraces.words(), traces.keys(), List.of(SELLER, BUYER))
            .flatMap(List::stream))
        .allSatisfy(trace -> assertThat(rows(before)).anyMatch(row -> row.holds(trace)));
  }

  @Test
  void nothingOfItIsInTheDatabase() {
    assertThat(DatabaseDump.values(rows(after), OF_PEOPLE)).isEmpty();
    assertThat(said())
        .allSatisfy(trace -> assertThat(after.rows()).noneMatch(row -> row.holds(trace)));
    assertThat(stored())
        .allSatisfy(trace -> assertThat(after.rows()).noneMatch(row -> row.holds(trace)));
  }

  @Test
  void whatIsStoredAboutOthersIsStillThere() {
    assertThat(strangers(after)).isEqualTo(strangers(before)).isNotEmpty();
  }

  @Test
  void theEvidenceIsTheSameByteForByte() throws GeneralSecurityException {
    for (String table : List.of("contract_version", "signed_statement", "published_key")) {
      assertThat(after.rows(table)).as(table).isEqualTo(before.rows(table)).isNotEmpty();
    }
    for (String rest : List.of("/canonical", "/signatures", "/versions")) {
      assertThat(answers.get(path(rest)).bytes())
          .as(rest)
          .isEqualTo(answersBefore.get(path(rest)).bytes());
    }
    Answer canonical = answers.get(path("/canonical"));
    assertThat(Evidence.blake2b(canonical.bytes()))
        .isEqualTo(answers.get(path("")).member("contract_hash"));
    assertThat(canonical.text())
        .contains(DatabaseDump.values(
            after.rows("party").stream()
                .filter(row -> traces.id().equals(row.values().get("party.contract_id"))),
            Set.of("party.commitment")));
    JsonNode signed = answers.get(path("/signatures")).json().path("signatures");
    assertThat(signed).hasSize(1);
    assertThat(signed.get(0).at("/statement/message_id").asText()).matches("[0-9a-f]{32}");
  }

  @Test
  void theAuditTrailHasOneMoreLineForEachWhichNamesTheContractAlone() {
    List<Row> lines = after.rows("audit_entry");
    assertThat(lines.subList(0, lines.size() - 2)).isEqualTo(before.rows("audit_entry"));
    assertThat(lines.subList(lines.size() - 2, lines.size()))
        .allSatisfy(line -> assertThat(line.values())
            .containsEntry("audit_entry.action", "personal-data.erased")
            .containsEntry("audit_entry.data", "{}")
            .hasEntrySatisfying(
                "audit_entry.actor",
                actor -> assertThat(actor).asString().startsWith("key:API_KEY:")))
        .extracting(line -> line.values().get("audit_entry.subject"))
        .containsExactly(traces.id(), traces.disputed());
  }

  @Test
  void noAnswerOfTheApiShowsIt() {
    assertThat(answersBefore.get(path("")).text()).contains("Wanjiku", "The truck");
    assertThat(answersBefore.get(LIST_OF_SELLER).json().path("total").asInt()).isEqualTo(2);
    assertThat(answersBefore.get(LIST + "/" + traces.disputed()).text())
        .contains("at the mill", "It was wet", "Both said");

    assertThat(answers.values())
        .allSatisfy(
            answer -> assertThat(said()).noneMatch(trace -> answer.text().contains(trace)));
    assertThat(answers.get(LIST_OF_SELLER).json().path("total").asInt()).isZero();
  }

  /** The gateway {@code log} prints what it sends, but neither names nor numbers in full. */
  @Test
  void noLogHasIt() throws IOException {
    String logs = server.console() + allIn(server.logDirectory());

    assertThat(logs).contains(traces.id());
    assertThat(said()).noneMatch(logs::contains);
  }

  /** H2 leaves old pages in its file until it is rewritten; docs/evidence.md says how that is done. */
  @Test
  void whenTheFileIsRewrittenNothingOfItIsInAnyFileOfTheData() throws Exception {
    assumeFalse(server.isOnPostgres(), "the data folder has no database");
    rewriteDatabase();

    String data = allIn(server.dataDirectory());
    assertThat(PersonalTraces.pieces(PersonalTraces.PRODUCT)).anyMatch(data::contains);
    assertThat(PersonalTraces.words())
        .allSatisfy(words -> assertThat(PersonalTraces.pieces(words)).noneMatch(data::contains));
    assertThat(PersonalTraces.numbers()).noneMatch(data::contains);
    assertThat(DatabaseDump.of(server).rows("audit_entry")).isEqualTo(after.rows("audit_entry"));
  }

  private static String allIn(Path directory) throws IOException {
    try (Stream<Path> paths = Files.walk(directory)) {
      return paths
          .filter(Files::isRegularFile)
          .map(PersonalDataIT::bytes)
          .collect(Collectors.joining("\n"));
    }
  }

  /** Each byte one character. */
  private static String bytes(Path file) {
    try {
      return Files.readString(file, StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void rewriteDatabase() throws Exception {
    Path library;
    try (Stream<Path> files = Files.list(server.configDirectory().resolve("lib"))) {
      library = files
          .filter(file -> file.getFileName().toString().startsWith("h2-"))
          .findFirst()
          .orElseThrow();
    }
    Process shell = new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            library.toString(),
            "org.h2.tools.Shell",
            "-user",
            "voicepact",
            "-password",
            "",
            "-sql",
            "SELECT 1",
            "-url",
            "jdbc:h2:file:" + server.dataDirectory().resolve("voicepact")
                + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFRAG_ALWAYS=TRUE")
        .redirectErrorStream(true)
        .start();
    String said = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(shell.waitFor()).as(said).isZero();
  }
}
