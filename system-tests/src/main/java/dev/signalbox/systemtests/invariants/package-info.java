/**
 * The delivery promise as a list of invariants over a recorded history: no process, no broker, no clock. Each is proved
 * by histories in which it is broken on purpose.
 */
package dev.signalbox.systemtests.invariants;
