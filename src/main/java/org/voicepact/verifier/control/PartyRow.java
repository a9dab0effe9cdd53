package org.voicepact.verifier.control;

import static org.voicepact.evidence.entity.DoesNotHold.unless;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.voicepact.evidence.control.Commitments;
import org.voicepact.evidence.entity.ContractDocument;
import org.voicepact.evidence.entity.DoesNotHold;
import org.voicepact.evidence.entity.Statement;
import org.voicepact.platform.entity.PhoneNumber;

/**
 * A row of {@code party}: who is asked, told and paid.
 *
 * @param name null where there is none, or where personal data was erased
 * @param phone null once personal data was erased
 * @param key of the commitment; null once personal data was erased
 * @param confirmation what the party has answered about the present version, as the table names it
 */
record PartyRow(
    String role, String name, String phone, byte[] key, String commitment, String confirmation) {

  static final String COLUMNS =
      "p.role, p.name, p.phone, p.commitment_key, p.commitment, p.confirmation";

  static PartyRow read(ResultSet row) throws SQLException {
    return new PartyRow(
        row.getString("role"),
        row.getString("name"),
        row.getString("phone"),
        row.getBytes("commitment_key"),
        row.getString("commitment"),
        row.getString("confirmation"));
  }

  /**
   * @param answered as the entries tell: the last answer about the present version, empty where there is none
   * @throws DoesNotHold where the entries tell of another answer
   */
  void requireAnswered(Optional<Statement.Type> answered) {
    String told = answered
        .map(answer -> answer == Statement.Type.CONFIRMATION ? "CONFIRMED" : "DECLINED")
        .orElse("PENDING");
    unless(
        told.equals(confirmation),
        "it is " + confirmation + " in its table, and " + told + " by its entries");
  }

  /**
   * @param isErased whether an entry tells that personal data was erased
   * @throws DoesNotHold where it is another party than the version names
   */
  void requireIs(ContractDocument.Party hashed, boolean isErased) {
    unless(
        hashed.role().equalsIgnoreCase(role) && hashed.commitment().equals(commitment),
        "its role or commitment is not what was hashed");
    if (isErased) {
      unless(
          name == null && phone == null && key == null,
          "its personal data is there, and an entry tells that it was erased");
    } else {
      unless(
          phone != null && key != null,
          "its number or key is gone, and no entry tells that it was erased");
      unless(
          PhoneNumber.of(phone)
              .map(number -> Commitments.party(key, Optional.ofNullable(name), number))
              .filter(commitment::equals)
              .isPresent(),
          "its name or number is not what was committed to");
    }
  }
}
