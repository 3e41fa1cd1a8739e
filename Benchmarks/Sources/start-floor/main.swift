// The least that a program with Foundation and presslog's libraries can take to start and end.
import CStartFloor
import Foundation

let libraries = start_floor_libraries(Int32(CommandLine.arguments.count))
print(Date(timeIntervalSince1970: Double(libraries)).timeIntervalSince1970)
