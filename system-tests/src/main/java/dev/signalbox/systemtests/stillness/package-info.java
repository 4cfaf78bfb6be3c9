/** Waiting until nothing happens any more, setting consumer groups back, and recording every topic. */
package dev.signalbox.systemtests.stillness;
