package org.voicepact.contract.entity;

import java.util.List;
import org.voicepact.platform.entity.PhoneNumber;

/**
 * Event: the personal data of a contract is being erased, also where that was done before; fired within the
 * transaction. Whoever keeps more of it erases that.
 *
 * @param phones the numbers that the parties had, by now none of the contract any more
 */
public record PersonalDataErased(ContractId contract, List<PhoneNumber> phones) {}
