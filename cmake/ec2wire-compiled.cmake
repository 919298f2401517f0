# For a program of many units: the engines are compiled once, and each unit in a fraction of the time.
# Built only where something links with them. They are not installed: whoever links compiles them.
# Position-independent, as Meson's are, because a shared library may link with them.
if(NOT TARGET ec2wire::compiled)
    add_library(ec2wire_compiled STATIC EXCLUDE_FROM_ALL "${CMAKE_CURRENT_LIST_DIR}/compiled.cpp")
    add_library(ec2wire::compiled ALIAS ec2wire_compiled)
    set_target_properties(ec2wire_compiled PROPERTIES POSITION_INDEPENDENT_CODE ON)
    target_compile_definitions(ec2wire_compiled PUBLIC EC2WIRE_SEPARATE_COMPILATION)
    target_link_libraries(ec2wire_compiled PUBLIC ec2wire::ec2wire)
endif()
if(TARGET ec2wire::json AND NOT TARGET ec2wire::compiled_json)
    add_library(ec2wire_compiled_json STATIC EXCLUDE_FROM_ALL
        "${CMAKE_CURRENT_LIST_DIR}/compiled_json.cpp")
    add_library(ec2wire::compiled_json ALIAS ec2wire_compiled_json)
    set_target_properties(ec2wire_compiled_json PROPERTIES POSITION_INDEPENDENT_CODE ON)
    target_compile_definitions(ec2wire_compiled_json PUBLIC EC2WIRE_SEPARATE_COMPILATION)
    target_link_libraries(ec2wire_compiled_json PUBLIC ec2wire::compiled ec2wire::json)
endif()
