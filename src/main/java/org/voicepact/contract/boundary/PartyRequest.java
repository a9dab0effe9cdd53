package org.voicepact.contract.boundary;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.voicepact.contract.control.NewContract.NewParty;
import org.voicepact.contract.entity.Role;
import org.voicepact.platform.boundary.JsonFields;
import org.voicepact.platform.boundary.PhoneFields;
import org.voicepact.platform.control.PhoneNumbers;
import org.voicepact.platform.entity.Language;
import org.voicepact.platform.entity.PhoneNumber;

/** One party of a request; the members of the record are its documentation. */
@Schema(name = "PartyRequest")
@JsonNaming(SnakeCaseStrategy.class)
record PartyRequest(
    @Schema(maxLength = 100, examples = "Wanjiku Kamau") String name,

    @Schema(required = true, description = "One buyer and one seller are needed")
    Role role,

    @Schema(
        description = "E.164, or with the digits of the country DEFAULT_REGION; also read as phone",
        examples = "+254712345678")
    String phoneNumber,

    @Schema(
        description =
            "In which this party is told about the contract: else the contract's, where that is named, else by the"
                + " country of the number. What a person chose by LANG goes before all of these")
    Language language) {

  private static final int FEWEST = 2;
  private static final int MOST = 20;
  private static final int LONGEST_NAME = 100;
  private static final String PARTIES = "parties";

  /**
   * Reads the parties; faults are left in the fields, and the result counts only where there are none.
   *
   * @param common the language of those for whom none is named
   */
  static List<NewParty> readAll(JsonFields fields, PhoneNumbers phones, Optional<Language> common) {
    List<NewParty> parties = new ArrayList<>();
    Set<PhoneNumber> seen = new HashSet<>();
    List<JsonFields> objects = fields.objects(PARTIES, FEWEST, MOST);
    for (JsonFields object : objects) {
      object.refuseOthers(List.of("name", "role", "phone", "phone_number", "language"));
      Optional<String> name = object.text("name", LONGEST_NAME);
      Optional<Role> role = object.value("role", Role.class);
      if (!object.has("role")) {
        object.refuse("role", "is required");
      }
      Optional<Language> language = object.value("language", Language.class).or(() -> common);
      Optional<PhoneNumber> phone = PhoneFields.required(object, phones);
      if (phone.isPresent() && !seen.add(phone.get())) {
        object.refuse(PhoneFields.memberOf(object), "is the number of another party, too");
      }
      if (role.isPresent() && phone.isPresent()) {
        parties.add(new NewParty(role.get(), name, phone.get(), language));
      }
    }
    if (!objects.isEmpty() && parties.size() == fields.node(PARTIES).size()) {
      requireOne(fields, parties, Role.BUYER);
      requireOne(fields, parties, Role.SELLER);
    }
    return parties;
  }

  private static void requireOne(JsonFields fields, List<NewParty> parties, Role role) {
    if (parties.stream().filter(party -> party.role() == role).count() != 1) {
      fields.refuse(PARTIES, "must have exactly one " + role.wire());
    }
  }
}
