/**
 * Escrow: a buyer's money is held while the contract is carried out, and released, returned or divided by what the
 * parties or a mediator decide. A ledger of double entries says where every minor unit is.
 */
package org.voicepact.payment;
