package org.voicepact.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.voicepact.testing.Problems.assertProblem;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.voicepact.testing.Answer;
import org.voicepact.testing.Api;
import org.voicepact.testing.Deal;
import org.voicepact.testing.OnSharedServer;
import org.voicepact.testing.PhoneRange;

/** Contracts are listed the newest first, in pages, by filters. Each test has a seller of its own to filter by. */
@OnSharedServer
class ListingContractsIT {

  private static final PhoneRange PHONES = new PhoneRange(7200);

  private final String seller = PHONES.next();
  private final String buyer = PHONES.next();

  private List<String> contracts(Api api, int count) {
    return Stream.generate(() -> api.newContract(seller, buyer)).limit(count).toList();
  }

  private Answer list(Api api, String query) {
    return api.get("/api/v1/contracts?phone_number=" + Api.encoded(seller) + query);
  }

  private static List<String> ids(Answer page) {
    return StreamSupport.stream(page.json().path("contracts").spliterator(), false)
        .map(contract -> contract.path("contract_id").asText())
        .toList();
  }

  @Test
  void theNewestComesFirstAndTotalCountsAllThatMatch(Api api) {
    List<String> made = contracts(api, 3);

    Answer page = list(api, "&limit=2");

    assertThat(page.status()).isEqualTo(200);
    assertThat(ids(page)).containsExactly(made.get(2), made.get(1));
    assertThat(page.json().path("total").intValue()).isEqualTo(3);
    assertThat(page.json().path("limit").intValue()).isEqualTo(2);
    assertThat(page.json().path("offset").intValue()).isZero();
    assertThat(page.member("next_cursor")).isNotBlank();
  }

  @Test
  void fiftyAreListedWhereNoLimitIsNamedAndASlashAtTheEndIsTheSame(Api api) {
    contracts(api, 1);

    for (String path : List.of("/api/v1/contracts", "/api/v1/contracts/")) {
      Answer page = api.get(path);
      assertThat(page.status()).isEqualTo(200);
      assertThat(page.json().path("limit").intValue()).isEqualTo(50);
      assertThat(page.json().path("contracts").size()).isBetween(1, 50);
    }
    assertThat(api.get("/api/v1/contracts/?limit=200").status()).isEqualTo(200);
  }

  @Test
  void oneInAListIsShownAsByItself(Api api) {
    String id = contracts(api, 1).get(0);

    JsonNode listed = list(api, "").json().path("contracts").get(0);

    assertThat(listed)
        .isEqualTo(api.get("/api/v1/contracts/" + id + "?phone_number=" + Api.encoded(seller))
            .json());
    assertThat(list(api, "").text()).contains(seller).doesNotContain(buyer);
    assertThat(api.get("/api/v1/contracts?limit=200").text()).doesNotContain(seller, buyer);
  }

  @Test
  void statusAndTypeAndTimeNarrowTheList(Api api) {
    String pending = api.newContract(seller, buyer);
    String cancelled = api.newContract(seller, buyer);
    api.act(cancelled, "decline", buyer);
    String goods = api.post(
            "/api/v1/contracts/create/manual",
            Deal.manual(seller, buyer)
                .with("contract_type", "\"goods_purchase\"")
                .json())
        .member("contract_id");
    String time = api.contract(cancelled).path("created_at").asText();

    assertThat(ids(list(api, "&status=pending"))).containsExactly(goods, pending);
    assertThat(ids(list(api, "&status=CANCELLED"))).containsExactly(cancelled);
    assertThat(ids(list(api, "&status=expired"))).isEmpty();
    assertThat(ids(list(api, "&contract_type=goods_purchase"))).containsExactly(goods);
    assertThat(ids(list(api, "&contract_type=goods_purchase&status=cancelled"))).isEmpty();
    assertThat(ids(list(api, "&created_after=" + time))).containsExactly(goods);
    assertThat(ids(list(api, "&created_after=" + time.replace("Z", "%2B00:00"))))
        .containsExactly(goods);
    assertThat(ids(list(api, "&created_after=2020-01-01"))).hasSize(3);
    assertThat(list(api, "&status=pending").json().path("total").intValue()).isEqualTo(2);
  }

  @Test
  void aNumberOfNoContractFindsNothing(Api api) {
    Answer page = api.get("/api/v1/contracts?phone_number=" + Api.encoded(PHONES.next()));

    assertThat(ids(page)).isEmpty();
    assertThat(page.json().path("total").intValue()).isZero();
    assertThat(page.json().has("next_cursor")).isFalse();
  }

  @Test
  void pagesHaveEachContractOnceAlsoWhileNewOnesAreMade(Api api) throws InterruptedException {
    List<String> before = contracts(api, 23);
    AtomicBoolean walking = new AtomicBoolean(true);
    Thread maker = new Thread(() -> {
      while (walking.get()) {
        api.newContract(seller, buyer);
      }
    });
    maker.start();
    try {
      List<String> walked = walk(api, "&limit=4");
      assertThat(walked).doesNotHaveDuplicates().containsAll(before);
    } finally {
      walking.set(false);
      maker.join();
    }
    Answer all = list(api, "&limit=200");
    assertThat(walk(api, "&limit=7&status=pending")).isEqualTo(ids(all));
    assertThat(all.json().path("total").intValue()).isEqualTo(ids(all).size()).isGreaterThan(23);
  }

  private List<String> walk(Api api, String query) {
    List<String> walked = new ArrayList<>();
    String cursor = "";
    do {
      Answer page = list(api, query + (cursor.isEmpty() ? "" : "&cursor=" + cursor));
      assertThat(page.status()).isEqualTo(200);
      walked.addAll(ids(page));
      cursor = page.member("next_cursor");
    } while (!cursor.isEmpty());
    return walked;
  }

  @Test
  void pagesCanBeNumberedInstead(Api api) {
    List<String> made = contracts(api, 5);

    assertThat(ids(list(api, "&limit=2&offset=0"))).containsExactly(made.get(4), made.get(3));
    assertThat(ids(list(api, "&limit=2&offset=2"))).containsExactly(made.get(2), made.get(1));
    assertThat(ids(list(api, "&limit=2&offset=4"))).containsExactly(made.get(0));
    assertThat(ids(list(api, "&limit=2&offset=6"))).isEmpty();
    assertThat(list(api, "&limit=2&offset=6").json().path("total").intValue()).isEqualTo(5);
  }

  @Test
  void aCursorServesOnlyTheListThatItIsFrom(Api api) {
    contracts(api, 2);
    String cursor = list(api, "&limit=1").member("next_cursor");

    assertProblem(list(api, "&limit=1&status=pending&cursor=" + cursor), 400, seller);
    assertProblem(api.get("/api/v1/contracts?limit=1&cursor=" + cursor), 400);
    String forged = (cursor.charAt(0) == 'A' ? 'B' : 'A') + cursor.substring(1);
    assertProblem(list(api, "&limit=1&cursor=" + forged), 400, seller);
    assertThat(list(api, "&limit=5&cursor=" + cursor).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({
    "limit=0, 422, limit",
    "limit=201, 422, limit",
    "limit=-1, 422, limit",
    "limit=abc, 400, limit",
    "limit=1.5, 400, limit",
    "offset=-1, 422, offset",
    "offset=x, 400, offset",
    "status=sleeping, 422, status",
    "contract_type=marriage, 422, contract_type",
    "phone_number=0, 422, phone_number",
    "phone_number=abc, 422, phone_number",
    "created_after=yesterday, 400, created_after",
    "created_after=2026-13-45, 400, created_after",
    "created_after=%2B999999999-01-01T00:00:00Z, 422, created_after",
    "cursor=abc, 400, cursor",
    "cursor=%F0%9F%98%80, 400, cursor",
    "cursor=MTIzNDU2Nzg5MDEyMzQ1Njc4OTA, 400, cursor"
  })
  void aQueryThatBreaksARuleIsRefusedByName(String query, int status, String parameter, Api api) {
    Answer answer = api.get("/api/v1/contracts?" + query);

    assertProblem(answer, status);
    assertThat(answer.faults()).containsExactly(parameter);
  }
}
