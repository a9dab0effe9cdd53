package org.voicepact.incontainer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.voicepact.access.entity.CodePurpose.Action;
import org.voicepact.contract.control.AnsweringContract;
import org.voicepact.contract.control.Contracts;
import org.voicepact.contract.control.CreatingContract;
import org.voicepact.contract.control.ProvingContract;
import org.voicepact.contract.control.RefusedActs;
import org.voicepact.contract.entity.ContractId;
import org.voicepact.contract.entity.ContractRefusal;
import org.voicepact.contract.entity.ContractRefusal.Reason;
import org.voicepact.evidence.control.AuditTrail;
import org.voicepact.evidence.control.LogLock;
import org.voicepact.evidence.control.LogTree;
import org.voicepact.evidence.control.ReadingLog;
import org.voicepact.evidence.control.VerifyingHere;
import org.voicepact.evidence.control.WritingLog;
import org.voicepact.evidence.entity.Actor;
import org.voicepact.evidence.entity.Assurance;
import org.voicepact.evidence.entity.Channel;
import org.voicepact.evidence.entity.LogEntry;
import org.voicepact.evidence.entity.MerkleTree;
import org.voicepact.evidence.entity.Provenance;
import org.voicepact.evidence.entity.Report.Verdict;
import org.voicepact.evidence.entity.Subject;
import org.voicepact.platform.entity.PhoneNumber;

/** The log while many add to it and several write it, with the database for real. */
@InContainer
class WritingLogIT {

  private static final int ADDERS = 8;
  private static final int WRITERS = 4;
  private static final int ROUNDS = 60;
  private static final int STRANGERS_ATTEMPTS = 100_000;

  @Inject
  private AuditTrail audit;

  @Inject
  private WritingLog writing;

  @Inject
  private ReadingLog log;

  @Inject
  private LogLock lock;

  @Inject
  private LogTree tree;

  @Inject
  private CreatingContract creating;

  @Inject
  private AnsweringContract answering;

  @Inject
  private Contracts contracts;

  @Inject
  private ProvingContract proving;

  @Inject
  private VerifyingHere verifying;

  @Inject
  private RefusedActs refused;

  @Inject
  private Clock clock;

  @Inject
  private UserTransaction transaction;

  @Resource
  private ManagedExecutorService executor;

  @Deployment
  static WebArchive application() {
    return Deployments.with(WritingLogIT.class, Samples.class);
  }

  @Test
  void everyEntryGetsOnePlaceAndEachChainIsWithoutGapsHoweverManyWriteAtOnce() throws Exception {
    long before = lock.size();
    byte[] rootBefore = tree.root(before);
    List<String> chains =
        IntStream.range(0, 5).mapToObj(i -> "AG-2019-00000" + i).toList();
    List<Future<?>> running = new ArrayList<>();
    for (int i = 0; i < ADDERS; i++) {
      int adder = i;
      running.add(executor.submit(() -> addTo(chains, adder)));
    }
    for (int i = 0; i < WRITERS; i++) {
      running.add(
          executor.submit(() -> IntStream.range(0, ROUNDS).forEach(n -> writing.writeSome())));
    }
    for (Future<?> each : running) {
      each.get(120, TimeUnit.SECONDS);
    }
    for (String chain : chains) {
      List<LogEntry> entries = log.about(chain).orElseThrow().entries();
      assertEquals(ADDERS * ROUNDS / chains.size(), entries.size());
      assertEquals(
          IntStream.rangeClosed(1, entries.size()).boxed().toList(),
          entries.stream().map(LogEntry::number).toList());
      assertEquals(
          entries.stream().sorted(Comparator.comparing(LogEntry::sequence)).toList(), entries);
    }
    assertTheTreeHasAllEntriesAfter(before, rootBefore);
  }

  private Void addTo(List<String> chains, int adder) {
    for (int n = 0; n < ROUNDS; n++) {
      Subject subject = Subject.contract(chains.get(n % chains.size()));
      Map<String, String> data =
          Map.of("adder", Integer.toString(adder), "status", "pending", "version", "1");
      inTransaction(
          n % 7 == 6,
          () -> audit.bySystem(Channel.SYSTEM, "contract.created", subject, data, clock.instant()));
      if (n % 7 == 6) {
        // What was rolled back leaves an id that nobody ever has.
        inTransaction(
            false,
            () ->
                audit.bySystem(Channel.SYSTEM, "contract.created", subject, data, clock.instant()));
      }
    }
    return null;
  }

  private void inTransaction(boolean rollBack, Runnable work) {
    try {
      transaction.begin();
      work.run();
      if (rollBack) {
        transaction.rollback();
      } else {
        transaction.commit();
      }
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private void assertTheTreeHasAllEntriesAfter(long before, byte[] rootBefore) {
    List<LogEntry> added = new ArrayList<>();
    List<LogEntry> page = log.from(before + 1, 1000);
    while (!page.isEmpty()) {
      added.addAll(page);
      page = log.from(before + 1 + added.size(), 1000);
    }
    long size = before + added.size();
    byte[] root = tree.root(size);
    Map<Long, List<byte[]>> paths = tree.inclusionPaths(added, size);
    for (int i = 0; i < added.size(); i++) {
      LogEntry entry = added.get(i);
      assertEquals(before + 1 + i, entry.sequence());
      assertTrue(MerkleTree.includes(
          entry.hash(), entry.sequence() - 1, size, paths.get(entry.sequence()), root));
    }
    assertTrue(MerkleTree.isConsistent(
        before, size, rootBefore, root, tree.consistencyProof(before, size)));
  }

  @Test
  void aProofThatIsAskedForWhileTheContractChangesAlwaysHolds() throws Exception {
    List<Future<?>> running = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      PhoneNumber seller = Samples.newPhone();
      PhoneNumber buyer = Samples.newPhone();
      ContractId id = creating
          .create(Samples.contract("Sorghum", seller, buyer), Actor.ANONYMOUS)
          .contract()
          .id();
      assertHolds(id);
      Future<?> answers = executor.submit(() -> {
        confirm(id, seller);
        confirm(id, buyer);
      });
      running.add(executor.submit(() -> {
        while (!answers.isDone()) {
          assertHolds(id);
        }
        answers.get();
        assertTrue(proof(id).contains("contract.confirmed"));
        assertHolds(id);
        return null;
      }));
    }
    for (Future<?> each : running) {
      each.get(120, TimeUnit.SECONDS);
    }
  }

  private void confirm(ContractId id, PhoneNumber party) {
    answering.confirm(id, party, Optional.empty(), Provenance.byRest(Assurance.CLAIMED));
  }

  private void assertHolds(ContractId id) {
    var report = verifying.check(proving.proof(id, true));
    assertEquals(Verdict.HOLDS, report.verdict(), report.conclusion());
  }

  private String proof(ContractId id) {
    return new String(proving.proof(id, false), StandardCharsets.UTF_8);
  }

  @Test
  void aHundredThousandAttemptsOfStrangersAddFewerThanAHundredEntries() {
    List<ContractId> targets = IntStream.range(0, 100)
        .mapToObj(i -> creating
            .create(
                Samples.contract("Millet", Samples.newPhone(), Samples.newPhone()), Actor.ANONYMOUS)
            .contract()
            .id())
        .toList();
    PhoneNumber stranger = Samples.newPhone();
    ContractRefusal refusal = new ContractRefusal(Reason.NOT_A_PARTY);
    Provenance how = Provenance.byRest(Assurance.CLAIMED);
    for (int i = 0; i < STRANGERS_ATTEMPTS; i++) {
      refused.record(targets.get(i % targets.size()), Action.CONFIRM, stranger, how, refusal);
    }
    long entries = targets.stream()
        .flatMap(id -> log.about(id.value()).orElseThrow().entries().stream())
        .filter(entry -> entry.action().endsWith(".refused"))
        .count();
    assertTrue(entries > 0 && entries < 100, "entries: " + entries);
  }

  @Test
  void whatAPartyIsRefusedIsToldOnceAnHour() {
    PhoneNumber seller = Samples.newPhone();
    PhoneNumber buyer = Samples.newPhone();
    ContractId id = creating
        .create(Samples.contract("Cassava", seller, buyer), Actor.ANONYMOUS)
        .contract()
        .id();
    Provenance proven = Provenance.byRest(Assurance.TOKEN);
    ContractRefusal refusal = new ContractRefusal(Reason.EXPIRED);
    refused.record(id, Action.DECLINE, seller, proven, refusal);
    refused.record(id, Action.DECLINE, seller, proven, refusal);
    refused.record(id, Action.DECLINE, buyer, proven, refusal);
    List<LogEntry> told = log.about(id.value()).orElseThrow().entries().stream()
        .filter(entry -> entry.action().equals("decline.refused"))
        .toList();
    assertEquals(
        List.of(
            "party:" + contracts.commitmentOf(id, seller).orElseThrow(),
            "party:" + contracts.commitmentOf(id, buyer).orElseThrow()),
        told.stream().map(entry -> entry.document().path("actor").asText()).toList());
    assertEquals("expired", told.get(0).data("reason").orElseThrow());
  }
}
